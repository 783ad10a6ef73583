import { once } from 'node:events'
import { request } from 'node:https'
import { json } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Harbour, harbour } from '../harbour.ts'

let scene: Harbour
beforeEach(async () => {
  scene = await harbour()
})
afterEach(() => scene.close())

async function call(method: string, path: string, body?: unknown, token = `Bot ${scene.bot.token}`) {
  const response = await fetch(`${scene.sandbox.api}/v10${path}`, {
    method,
    headers: { authorization: token, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

describe('errors', () => {
  test.each<[number, number, string, () => [method: string, path: string]]>([
    [404, 10003, 'an unknown channel', () => ['GET', '/channels/1']],
    [404, 10004, 'an unknown server', () => ['GET', '/guilds/1']],
    [404, 10007, 'an unknown member', () => ['GET', `/guilds/${scene.guild.id}/members/1`]],
    [404, 10008, 'an unknown message', () => ['GET', `/channels/${scene.general.id}/messages/1`]],
    [404, 10013, 'an unknown user', () => ['GET', '/users/1']],
    [404, 10065, 'somebody outside voice', () => ['GET', `/guilds/${scene.guild.id}/voice-states/@me`]],
    [404, 10062, 'an unknown interaction', () => ['POST', '/interactions/1/token/callback']],
    [404, 10015, 'an unknown webhook', () => ['PATCH', '/webhooks/1/token/messages/%40original']],
    [404, 0, 'an unknown route', () => ['GET', '/nowhere']],
    [403, 50001, 'commands of another application', () => ['GET', '/applications/1/commands']],
  ])('%i and %i for %s', async (status, code, _what, asked) => {
    const [method, path] = asked()
    expect(await call(method, path)).toMatchObject({ status, body: { code } })
  })

  test('401 without a good token, except for the address of the gateway', async () => {
    expect(await call('GET', '/users/@me', undefined, 'Bot x.y.z')).toMatchObject({ status: 401, body: { code: 0 } })
    expect(await call('GET', '/gateway', undefined, '')).toEqual({
      status: 200,
      body: { url: scene.sandbox.gatewayUrl },
    })
  })

  test('50013 where the bot may not write, 50001 where it may not look', async () => {
    const { world, guild, general, bot } = scene
    const deny = (bits: bigint) =>
      world.updateChannel(general.id, {
        permission_overwrites: [{ id: bot.user.id, type: 1, allow: '0', deny: `${bits}` }],
      })
    deny(1n << 11n)
    const path = `/channels/${general.id}/messages`
    expect(await call('POST', path, { content: 'x' })).toMatchObject({ status: 403, body: { code: 50013 } })
    deny(1n << 10n)
    expect(await call('POST', path, { content: 'x' })).toMatchObject({ status: 403, body: { code: 50001 } })
    expect(guild.members.size).toBe(3)
  })

  test('50035 names the field of a bad command', async () => {
    const { status, body } = await call('POST', `/applications/${scene.bot.user.id}/commands`, { name: 'A b' })
    expect(status).toBe(400)
    expect(body.code).toBe(50035)
    expect(body.errors).toMatchObject({ name: { _errors: [{ code: 'APPLICATION_COMMAND_INVALID_NAME' }] } })
    expect(body.message).toContain('name[APPLICATION_COMMAND_INVALID_NAME]')
  })
})

test('commands of a server are added, changed, listed and deleted', async () => {
  const path = `/applications/${scene.bot.user.id}/guilds/${scene.guild.id}/commands`
  const added = await call('POST', path, { name: 'a', description: 'A', name_localizations: { de: 'ä' } })
  expect([added.status, added.body.guild_id]).toEqual([201, scene.guild.id])
  const again = await call('POST', path, { name: 'a', description: 'B' })
  expect([again.status, again.body.id, again.body.description]).toEqual([200, added.body.id, 'B'])
  await call('PATCH', `${path}/${added.body.id}`, { description: 'C' })
  expect((await call('GET', path)).body).toMatchObject([{ id: added.body.id, description: 'C' }])
  expect((await call('DELETE', `${path}/${added.body.id}`)).status).toBe(204)
  expect((await call('GET', path)).body).toEqual([])
})

test('discord.js writes, edits and deletes a message with a file', async () => {
  const client = await scene.login()
  const channel = await client.channels.fetch(scene.general.id)
  if (!channel?.isSendable()) throw new Error('The channel takes no messages.')
  const sent = await channel.send({ content: 'ahoy', files: [{ attachment: Buffer.from('abc'), name: 'a.txt' }] })
  const { attachments, content } = scene.world.messages.get(scene.general.id, sent.id)
  expect([content, attachments[0]?.filename, attachments[0]?.size]).toEqual(['ahoy', 'a.txt', 3])
  await sent.edit('bye')
  expect(scene.world.messages.get(scene.general.id, sent.id)).toMatchObject({ content: 'bye', attachments: [{}] })
  await sent.delete()
  expect(scene.world.messages.list(scene.general.id)).toEqual([])
})

test('discord.js repeats what was refused with 429', async () => {
  const client = await scene.login()
  scene.sandbox.rest.rateLimits.add({ path: '/channels', method: 'POST', times: 1, retryAfter: 50 })
  const limited: string[] = []
  client.rest.on('rateLimited', ({ route }) => limited.push(route))
  const channel = await client.channels.fetch(scene.general.id)
  if (channel?.isSendable()) await channel.send('ahoy')
  expect(limited).toEqual(['/channels/:id/messages'])
  expect(scene.world.messages.list(scene.general.id).map(({ content }) => content)).toEqual(['ahoy'])
})

test('the same routes are served over https', async () => {
  const [hostname, port] = scene.sandbox.voice.endpoint.split(':')
  const headers = { authorization: `Bot ${scene.bot.token}` }
  const options = {
    hostname,
    port,
    path: '/api/v10/users/@me',
    headers,
    ca: scene.sandbox.certificate.cert,
    agent: false,
  }
  const [response] = await once(request(options as object).end(), 'response')
  expect(await json(response)).toMatchObject({ username: 'narrator' })
})
