import { readdir } from 'node:fs/promises'
import { describe } from 'vitest'

/** The end-to-end suite once more, with Discord as far away as it usually is: 150 ms REST, 40 ms gateway and voice. */
process.env.TEST_DISTANCE = '150/40/40'

/** Measures times of its own, with rows for every fault. */
const ELSEWHERE = ['faults.test.ts', 'distance.test.ts']

const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith('.test.ts'))
const scenes = files.filter((file) => !file.endsWith('.long.test.ts') && !ELSEWHERE.includes(file))

for (const scene of scenes) describe(scene, () => import(/* @vite-ignore */ `./${scene}`))
