import { expect, test } from 'vitest'
import { Outbox } from '../../src/voice/outbox.ts'

function filled(count: number): Outbox {
  const outbox = new Outbox()
  for (let index = 0; index < count; index++) outbox.add(String)
  return outbox
}

test('numbers begin at 1 and skip 0 when they wrap', () => {
  const outbox = filled(0xfffe)
  outbox.acknowledge(0xfffe)
  outbox.add(String)
  outbox.add(String)
  expect(outbox.pending).toEqual(['65535', '1'])
})

test('what is acknowledged is forgotten, the rest waits in order', () => {
  const outbox = filled(4)
  expect(outbox.acknowledge(2)).toBe(true)
  expect(outbox.pending).toEqual(['3', '4'])
  expect(outbox.acknowledge(2)).toBe(true)
  expect(outbox.pending).toEqual(['3', '4'])
})

test('a client that has received nothing gets everything', () => {
  const outbox = filled(2)
  expect(outbox.acknowledge(-1)).toBe(true)
  expect(outbox.pending).toEqual(['1', '2'])
})

test('a number that is forgotten or never was cannot be acknowledged', () => {
  const outbox = filled(4)
  outbox.acknowledge(3)
  expect(outbox.acknowledge(1)).toBe(false)
  expect(outbox.acknowledge(-1)).toBe(false)
  expect(outbox.acknowledge(9)).toBe(false)
  expect(outbox.pending).toEqual(['4'])
})
