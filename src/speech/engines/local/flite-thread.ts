import { Worker } from 'node:worker_threads'
import { LectorError } from '../../../kernel/errors.ts'
import type { JobResult } from './flite-worker.ts'
import type { Job } from './job.ts'

/** The thread that synthesises, shared by all utterances. */
export interface FliteThread {
  /**
   * Queues one piece; the answers come in the order of the calls, so utterances that each ask for one piece at a time
   * take turns. An abort takes a waiting piece out of the queue; one in the making is thrown away when done.
   */
  run(job: Job, signal: AbortSignal): Promise<JobResult>
  close(): Promise<void>
}

interface Order {
  readonly job: Job
  readonly resolve: (result: JobResult) => void
  readonly reject: (reason: unknown) => void
}

/** Starts nothing before the first job; a thread that died is replaced for the next one. */
export function createFliteThread(): FliteThread {
  const waiting: Order[] = []
  let current: Order | undefined
  let worker: Worker | undefined
  let closed = false

  const next = () => {
    if (current || closed) return
    current = waiting.shift()
    if (!current) return
    worker ??= start()
    worker.postMessage(current.job)
  }

  const settle = (act: (order: Order) => void) => {
    const order = current
    current = undefined
    if (order) act(order)
    next()
  }

  const start = () => {
    const started = new Worker(new URL('./flite-worker.ts', import.meta.url))
    let cause: unknown
    started.on('message', (result: JobResult) => settle((order) => order.resolve(result)))
    // An `exit` always follows, and tells what to do; this only keeps why.
    started.on('error', (error) => {
      cause = error
    })
    started.on('exit', () => {
      if (worker !== started) return
      worker = undefined
      settle((order) => order.reject(died(cause)))
    })
    return started
  }

  return {
    run(job, signal) {
      if (signal.aborted) return Promise.reject(signal.reason)
      if (closed) return Promise.reject(stopping())
      const { promise, resolve, reject } = Promise.withResolvers<JobResult>()
      const order = { job, resolve, reject }
      const abort = () => {
        const place = waiting.indexOf(order)
        if (place >= 0) waiting.splice(place, 1)
        reject(signal.reason)
      }
      signal.addEventListener('abort', abort, { once: true })
      waiting.push(order)
      next()
      return promise.finally(() => signal.removeEventListener('abort', abort))
    },
    async close() {
      closed = true
      const ended = worker
      worker = undefined
      for (const order of [current, ...waiting.splice(0)]) order?.reject(stopping())
      current = undefined
      await ended?.terminate()
    },
  }
}

function died(cause: unknown): LectorError {
  return new LectorError('speech.cut', { engine: 'local' }, 'The local voice died while it was speaking', {
    retryable: true,
    cause,
  })
}

function stopping(): LectorError {
  return new LectorError('app.stopping', {}, 'The local voice is closed')
}
