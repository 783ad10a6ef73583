import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { controlRoutes } from '../../src/control/routes.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox.ts'
import { call } from './call.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
  sandbox.discord.commands.replaceAll({ applicationId: sandbox.fixture.bot.user.id }, [
    {
      name: 'say',
      description: 'Says it',
      options: [{ name: 'text', description: 'What', type: ApplicationCommandOptionType.String, required: true }],
    },
    {
      name: 'voice',
      description: 'Voices',
      options: [{ name: 'set', description: 'Sets it', type: ApplicationCommandOptionType.Subcommand }],
    },
    { name: 'Read aloud', type: ApplicationCommandType.Message },
  ])
})
afterAll(() => sandbox.close())

describe('is refused with a sentence that says what is wrong:', () => {
  test.each<[status: number, request: string, body: unknown, message: string]>([
    [
      400,
      'POST /people/mia/commands',
      {},
      'The field "command" is missing (a text): the whole name without the slash, such as "say"',
    ],
    [400, 'POST /people/mia/commands', { command: 7 }, '"command" must be a text: the whole name without the slash'],
    [400, 'POST /people/mia/commands', { command: 'sey' }, 'There is no command "sey". Did you mean "say"?'],
    [400, 'POST /people/mia/commands', { command: 'sing' }, 'There is no command "sing". There is "say", "voice".'],
    [400, 'POST /people/mia/commands', { command: 'voice' }, 'The command needs a subcommand. There is "set".'],
    [400, 'POST /people/mia/commands', { command: 'voice seet' }, 'There is no subcommand "seet". Did you mean "set"?'],
    [400, 'POST /people/mia/commands', { command: 'say' }, 'The option "text" is required.'],
    [
      400,
      'POST /people/mia/commands',
      { command: 'say', options: { txt: 'Hi' } },
      'no option "txt". Did you mean "text"?',
    ],
    [400, 'POST /people/mia/commands', { command: 'say', options: 'Hi' }, '"options" must be an object'],
    [
      400,
      'POST /people/mia/commands',
      { command: 'say', options: { text: {} } },
      'The field "options.text.name" is missing',
    ],
    [400, 'POST /people/mia/commands', { command: 'say', locale: 'xx' }, '"locale" cannot be "xx".'],
    [400, 'POST /people/mia/commands', { command: 'say', Options: {} }, 'no field "Options". Did you mean "options"?'],
    [400, 'POST /people/mia/autocomplete', {}, 'The field "command" is missing'],
    [400, 'POST /people/mia/autocomplete', { command: 'say' }, 'The field "focused" is missing'],
    [400, 'POST /people/mia/autocomplete', { command: 'say', focused: 'vice' }, 'There is no option "vice".'],
    [400, 'POST /people/mia/context-menus', {}, 'The field "command" is missing'],
    [400, 'POST /people/mia/context-menus', { command: 'Read aloud' }, 'One of "message" and "user" must be given'],
    [
      400,
      'POST /people/mia/context-menus',
      { command: 'Read aloud', message: '1', user: 'tom' },
      'One of "message" and',
    ],
    [400, 'POST /people/mia/components', {}, 'The field "customId" is missing'],
    [400, 'POST /people/mia/components', { customId: 'x' }, 'One of "interaction" and "message" must be given'],
    [404, 'POST /people/mia/components', { customId: 'x', interaction: '1' }, 'There is no interaction "1"'],
    [400, 'POST /people/mia/forms', {}, 'The field "interaction" is missing'],
    [400, 'POST /people/mia/forms', { interaction: '1' }, 'The field "fields" is missing'],
    [400, 'POST /people/mia/messages', {}, 'The message is empty: one of "content"'],
    [400, 'POST /people/mia/messages', { content: ' ' }, 'The message is empty'],
    [400, 'POST /people/mia/messages', { text: 'Hi' }, 'There is no field "text". There is "channel", "content"'],
    [400, 'POST /people/mia/messages', { poll: { question: 'Tea?' } }, 'The field "poll.answers" is missing (a list)'],
    [400, 'POST /people/mia/messages', { stickers: ['wave', 1] }, '"stickers.1" must be a text'],
    [400, 'POST /people/mia/messages', [], 'The body must be a JSON object.'],
    [400, 'POST /people/mia/messages', '{', 'The body is no JSON: '],
    [400, 'POST /people/nobody/messages', { content: 'x' }, 'Nobody is called "nobody". There is "mia", "tom"'],
    [400, 'PATCH /channels/general/messages/1', {}, 'The field "content" is missing'],
    [
      404,
      'DELETE /channels/general/messages/1',
      undefined,
      'There is no message "1" in "general"; GET /channels/general/messages lists them.',
    ],
    [400, 'PUT /people/mia/voice', {}, 'The field "channel" is missing (a text): a voice channel, by name or id.'],
    [400, 'PUT /people/mia/voice', { channel: 'loung' }, 'There is no channel "loung". Did you mean "lounge"?'],
    [400, 'PUT /people/mia/voice', { channel: 'general' }, 'general'],
    [400, 'DELETE /people/mia/voice', { channel: 'lounge' }, 'no field "channel": this request takes none.'],
    [400, 'GET /people/mia/heard', undefined, 'This person has not been in a voice channel yet.'],
    [400, 'PUT /bot/voice', {}, 'The field "channel" is missing'],
    [404, 'PUT /bot/voice', { channel: 'lounge' }, 'The bot is in no voice channel.'],
    [404, 'DELETE /bot/voice', undefined, 'The bot is in no voice channel.'],
    [400, 'PATCH /bot/voice', {}, 'One of "mute" and "deaf" must be given.'],
    [400, 'PATCH /bot/voice', { muted: true }, 'There is no field "muted". Did you mean "mute"?'],
    [400, 'PATCH /bot/voice', { mute: 'yes' }, '"mute" must be true or false: whether nobody shall hear it.'],
    [
      400,
      'PUT /channels/lounge/permissions/bot',
      { deny: ['Speek'] },
      '"deny.0" cannot be "Speek". Did you mean "Speak"?',
    ],
    [
      400,
      'PUT /channels/lounge/permissions/bot',
      { deny: 'Speak' },
      '"deny" must be a list: the names of permissions.',
    ],
    [404, 'POST /faults/voice-clse', {}, 'There is no fault "voice-clse". Did you mean "voice-close"?'],
    [
      404,
      'DELETE /faults/earthquake',
      undefined,
      'There is no fault "earthquake". There is "voice-close", "voice-cut"',
    ],
    [400, 'POST /faults/voice-close', { colour: 1 }, 'There is no field "colour". There is "code", "guild".'],
    [400, 'POST /faults/voice-close', { code: '4006' }, '"code" must be a number from 1000 to 4999: the close code.'],
    [400, 'POST /faults/media-loss', { drop: 2 }, '"drop" must be a number from 0 to 1: the share that is lost.'],
    [404, 'POST /faults/voice-cut', { guild: '1' }, 'Unknown Guild'],
    [400, 'DELETE /faults/voice-cut', undefined, '"voice-cut" happens once: there is nothing to switch off.'],
    [404, 'GET /interactions/1', undefined, 'There is no interaction "1"; GET /interactions lists them.'],
    [404, 'GET /utterances/99/audio.wav', undefined, 'There is no utterance "99"; GET /utterances lists them.'],
    [404, 'GET /speech/99/audio.wav', undefined, 'There is no request "99"; GET /speech lists them.'],
    [405, 'POST /people/mia/voice', {}, '"/people/mia/voice" is no address for POST, but for PUT, DELETE.'],
    [404, 'GET /nowhere', undefined, 'There is no "/nowhere" here.'],
  ])('%i %s %j', async (status, request, body, message) => {
    const [method = '', path = ''] = request.split(' ')
    const answer = await call(sandbox, method, path, body)
    expect(answer.body.message).toContain(message)
    expect(answer.status).toBe(status)
  })

  test('any field that a route does not know', async () => {
    for (const { method, path } of controlRoutes(sandbox).filter((one) => one.method !== 'GET')) {
      const address = path
        .replace(':person', 'mia')
        .replace(':channel', 'general')
        .replace(':target', 'bot')
        .replace(':fault', 'voice-cut')
      const answer = await call(sandbox, method, address, { flavour: 'vanilla' })
      expect(answer.status, `${method} ${path}`).toBe(400)
      expect(answer.body.message, `${method} ${path}`).toContain('There is no field "flavour"')
    }
  })

  test('any command before a bot has registered one', async () => {
    sandbox.discord.commands.replaceAll({ applicationId: sandbox.fixture.bot.user.id }, [])
    const { body } = await call(sandbox, 'POST', '/people/mia/commands', { command: 'say' })
    expect(body.message).toBe('There is no command "say". No bot has registered any command yet.')
  })
})
