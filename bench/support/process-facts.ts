import { readFileSync } from 'node:fs'

/** Bytes that a process occupies; NaN where the system has no proc(5). */
export function residentOf(pid: number | 'self' = 'self'): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1]) * 1024
}

/** Milliseconds of CPU that a process has used; NaN where the system has no proc(5). */
export function cpuOf(pid: number | 'self' = 'self'): number {
  return fieldsOf(pid, 14, 15)
}

/** Milliseconds of CPU of the programs that a process has started and that have ended. */
export function cpuOfChildren(pid: number | 'self' = 'self'): number {
  return fieldsOf(pid, 16, 17)
}

/** The sum of two times of proc_pid_stat(5), which are hundredths of a second. */
function fieldsOf(pid: number | 'self', ...numbers: readonly number[]): number {
  // The program's name, the second field, may hold spaces.
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
  return numbers.reduce((sum, number) => sum + Number(fields[number - 3]), 0) * 10
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
