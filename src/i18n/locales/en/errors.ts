import type { ErrorTexts } from '../../catalogue.ts'
import { choice, measured } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { characters, number, people, seconds, waiting, words } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('en')
const most = measured({ number, characters, seconds })
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'Please tell the person who runs this bot.'
const askServer = 'Ask a server manager to raise the limit.'

const permissions = {
  ViewChannel: 'View Channel',
  Connect: 'Connect',
  Speak: 'Speak',
  ReadMessageHistory: 'Read Message History',
  ManageGuild: 'Manage Server',
} as const

const budgets = {
  'bot-month': (cap: number) => `This bot has used its ${characters(cap)} for this month; the count resets on the 1st.`,
  'bot-day': (cap: number) => `This bot has used its ${characters(cap)} for today; the count resets at 00:00 UTC.`,
  'server-month': (cap: number) =>
    `This server has used its ${characters(cap)} for this month; the count resets on the 1st.`,
  'server-day': (cap: number) =>
    `This server has used its ${characters(cap)} for today; the count resets at 00:00 UTC.`,
  'member-month': (cap: number) => `You have used your ${characters(cap)} for this month; the count resets on the 1st.`,
  'member-day': (cap: number) => `You have used your ${characters(cap)} for today; the count resets at 00:00 UTC.`,
  'member-hour': (cap: number) => `You have used your ${characters(cap)} for this hour. Wait a while.`,
} as const

const patterns = {
  syntax: "I can't use that pattern: it has a mistake, such as an open bracket.",
  unsupported: "I can't use that pattern. Look-around and back-references aren't supported; try a simpler one.",
  'too-large': "I can't use that pattern: it's too complex. Make it shorter.",
  empty: "I can't use that pattern: it also matches nothing at all. Make at least one letter required.",
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `The speech service rejected the API key. ${askHost}`,
  'speech.access': ({ model }) => `The API key has no access to the speech model ${model}. ${askHost}`,
  'speech.quota': () => `The speech service's quota is used up. ${askHost}`,
  'speech.billing': () => `The speech service reports a problem with its billing. ${askHost}`,
  'speech.blocked': () => 'The speech service refused this text because of its content. Try different words.',
  'speech.model-gone': ({ model }) => `The speech model ${model} isn't available (wrong name, or retired). ${askHost}`,
  'speech.voice-unknown': ({ voice }) =>
    `There's no voice named ${voice}. Pick one from the list that opens as you type.`,
  'speech.text-too-long': ({ limit }) =>
    `The speech service takes at most ${characters(limit)} at once. Shorten the text.`,
  'speech.style-too-long': ({ limit }) => `That style is too long: the limit is about ${words(limit)}. Shorten it.`,
  'speech.unpronounceable': () =>
    'The local voice only speaks text in Latin letters. For other languages, the person who runs this bot can add a key for the speech service.',
  'speech.bad-request': () => `The speech service rejected the request as invalid. ${askHost}`,
  'speech.rate-limited': () => 'The speech service is busy. Try again in a minute.',
  'speech.server': () => 'The speech service has a problem. Try again in a moment.',
  'speech.network': () => "I can't reach the speech service. Try again in a moment.",
  'speech.timeout': () => 'The speech service took too long to answer. Try again in a moment.',
  'speech.cut': () => 'The speech service stopped early, so the end may be missing. Try again.',
  'speech.malformed': () => "The speech service sent something that isn't audio. Try again in a moment.",
  'speech.budget': ({ scope, cap, byHost }) =>
    `${budgets[scope](cap)} ${byHost || scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => 'That text contains nothing I can say. Write some words.',
  'text.too-long': ({ length, limit }) =>
    `That text has ${characters(length)}; the limit is ${number(limit)}. Shorten it.`,

  'voice.caller-not-in-channel': () => 'Join a voice channel first, then try again.',
  'voice.caller-silenced': () =>
    "I can't speak for you here: this server has excluded you from being read, or a moderator has muted you in voice. Ask a moderator about it.",
  'voice.not-connected': () => "I'm not in a voice channel. Use `/join` to bring me to yours.",
  'voice.missing-permission': ({ permission, channel }) =>
    `I need the **${permissions[permission]}** permission in **${channel}**. A server manager can grant it in the channel settings.`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** is full (${people(limit)}). Make room or choose another channel.`,
  'voice.timed-out-member': () => "I'm timed out in this server, so I can't speak. A moderator can remove the timeout.",
  'voice.join-failed': ({ channel }) => `I couldn't connect to **${channel}**. Try again in a moment.`,
  'voice.udp-blocked': ({ address }) =>
    `UDP to ${address} gets no answer, so nobody can hear me: a firewall or NAT is in the way. I'll keep trying.`,
  'voice.not-in-my-channel': ({ channel }) =>
    `I'm speaking for people in **${channel}**. Join them to do that, or ask someone who manages the server.`,
  'voice.turn-over': () => 'Others were waiting, so I stopped your text after a minute.',
  'voice.queue-full': ({ limit }) =>
    `${waiting(limit)} already waiting. Try again when there are fewer, or use \`/stop\`.`,
  'voice.nothing-playing': () => "I'm not saying anything right now.",
  'voice.busy-elsewhere': ({ channel }) =>
    `I'm speaking in **${channel}** right now. Join me there, or use \`/leave\` there first.`,
  'voice.too-busy': () =>
    "I'm speaking in too many servers right now; one more would make everyone stutter. Try again in a moment.",

  'settings.value-out-of-range': ({ setting, min, max, unit }) =>
    `**${named(setting)}** must be between ${number(min)} and ${most(max, unit)}.`,
  'settings.value-not-allowed': ({ setting, value }) =>
    value === undefined
      ? `That isn't a valid value for **${named(setting)}**.`
      : `“${value}” isn't a valid value for **${named(setting)}**. Pick one from the list.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `There's no voice named ${voice}. Did you mean ${oneOf(nearest)}?`
      : `There's no voice named ${voice}. Pick one from the list that opens as you type.`,
  'settings.engine-not-configured': ({ engine, variable }) =>
    `This bot isn't set up for the speech service ${engine}. The person who runs it has to set \`${variable}\`.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `The model ${model} doesn't have the voice ${voice}; ${oneOf(models)} does.`
      : `The model ${model} doesn't have the voice ${voice}. Choose another voice.`,
  'settings.unknown-preset': ({ name }) => `This server has no style named ${name}. \`/style list\` shows them all.`,
  'settings.too-many': ({ setting, limit }) =>
    `The list **${named(setting)}** is full (limit: ${number(limit)}). Remove an entry first.`,
  'settings.bad-pattern': ({ reason }) => patterns[reason],
  'settings.patterns-too-large': () =>
    'The patterns in this list are too complex together. Remove one with `/words remove` or simplify them.',
  'settings.bad-file': ({ line }) =>
    `I can't read line ${number(line)} of the file, so nothing was changed. Correct it and try again. \`/words export\` gives you an example.`,
  'settings.not-saved': () => "I couldn't save that, so nothing was changed. Try again in a moment.",
  'settings.not-read': () => "I can't reach my settings right now. Try again in a moment.",
  'settings.not-migrated': () => `I couldn't update my settings database. ${askHost}`,

  'app.not-ready': () => "I'm still starting up here. Try again in a moment.",
  'app.stopping': () => "I'm restarting. Try again in a minute.",
  'app.not-allowed': ({ permission }) => `You need the **${permissions[permission]}** permission to do that here.`,
  'app.file-too-large': ({ limit }) => `That file is too large (limit: ${number(limit)} KiB).`,
  'app.file-not-read': () => "I couldn't read that file. Make sure it's a text file and attach it again.",
  'app.unexpected': ({ id }) => `Something went wrong on my side. ${askHost} The details are in the log under ${id}.`,
}
