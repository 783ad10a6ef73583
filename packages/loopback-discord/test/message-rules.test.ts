import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../src/interactions/answer-rules.ts'
import { newMessage } from '../src/message-body.ts'

const button = (fields: object) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...fields })
const row = (...components: object[]) => ({ type: 1, components })
const select = (...options: object[]) => ({ type: 3, custom_id: 'select', options })
const option = (value: string, fields: object = {}) => ({ label: value, value, ...fields })
const send = (...components: object[]) => newMessage({ content: 'x', components }, [])
const choose = (...choices: object[]) => checkAnswer(4, { type: 8, data: { choices } } as never)

/** https://discord.com/developers/docs/components/reference and /resources/message#embed-object-embed-limits */
describe('what Discord refuses', () => {
  it.each<[what: string, refused: () => unknown]>([
    ['a label of 81 characters', () => send(row(button({ label: 'x'.repeat(81) })))],
    ['a custom_id of 101 characters', () => send(row(button({ custom_id: 'x'.repeat(101) })))],
    ['two components with one custom_id', () => send(row(button({}), button({})))],
    ['six buttons in a row', () => send(row(...Array.from({ length: 6 }, (_, id) => button({ custom_id: `${id}` }))))],
    ['six rows', () => send(...Array.from({ length: 6 }, (_, id) => row(button({ custom_id: `${id}` }))))],
    ['a select without options', () => send(row(select()))],
    ['a select with 26 options', () => send(row(select(...Array.from({ length: 26 }, (_, id) => option(`${id}`)))))],
    ['a select with one value twice', () => send(row(select(option('a'), option('a'))))],
    ['a description of 101 characters', () => send(row(select(option('a', { description: 'x'.repeat(101) }))))],
    ['a placeholder of 151 characters', () => send(row({ ...select(option('a')), placeholder: 'x'.repeat(151) }))],
    [
      'embeds of 6,001 characters',
      () => newMessage({ embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_001) }] }, []),
    ],
    ['an empty choice', () => choose({ name: '', value: 'a' })],
    ['a choice of 101 characters', () => choose({ name: 'a', value: 'x'.repeat(101) })],
    ['the same choice twice', () => choose({ name: 'a', value: '1' }, { name: 'a', value: '2' })],
  ])('%s', (_what, refused) => {
    expect(refused).toThrow(expect.objectContaining({ code: 50035 }))
  })

  it.each<[what: string, accepted: () => unknown]>([
    [
      'everything at its limit',
      () =>
        send(
          row(
            ...Array.from({ length: 5 }, (_, id) =>
              button({ custom_id: `${id}`.padEnd(100, '.'), label: 'x'.repeat(80) }),
            ),
          ),
          row({
            ...select(...Array.from({ length: 25 }, (_, id) => option(`${id}`.padEnd(100, '.')))),
            placeholder: 'x'.repeat(150),
          }),
        ),
    ],
    [
      'choices at their limit',
      () =>
        choose(...Array.from({ length: 25 }, (_, id) => ({ name: `${id}`.padEnd(100, '.'), value: 'x'.repeat(100) }))),
    ],
  ])('is not %s', (_what, accepted) => {
    expect(accepted).not.toThrow()
  })
})

it('components come back numbered, and selects with their bounds', () => {
  const { components } = send(row(button({})), row(select(option('a'))))
  expect(components).toMatchObject([
    { id: 1, components: [{ id: 2, custom_id: 'go' }] },
    { id: 3, components: [{ id: 4, min_values: 1, max_values: 1 }] },
  ])
})
