import type { ErrorTexts } from '../../catalogue.ts'
import { choice } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { characters, number, people, waiting, words } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('en')
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'Please tell the person who runs this bot.'
const askServer = 'Ask the people who run this server for more.'

const permissions = {
  ViewChannel: 'View Channel',
  Connect: 'Connect',
  Speak: 'Speak',
  ReadMessageHistory: 'Read Message History',
  ManageGuild: 'Manage Server',
} as const

const budgets = {
  'bot-month': (cap: number) => `This bot has had its ${characters(cap)} of speech for this month.`,
  'bot-day': (cap: number) => `This bot has had its ${characters(cap)} of speech for today.`,
  'server-month': (cap: number) => `This server has had its ${characters(cap)} of speech for this month.`,
  'server-day': (cap: number) => `This server has had its ${characters(cap)} of speech for today.`,
  'member-month': (cap: number) => `You have had your ${characters(cap)} of speech for this month.`,
  'member-day': (cap: number) => `You have had your ${characters(cap)} of speech for today.`,
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `The speech service does not accept the key. ${askHost}`,
  'speech.access': ({ model }) => `The speech service does not allow the model ${model} for this key. ${askHost}`,
  'speech.quota': () => `The speech service's allowance is used up. ${askHost}`,
  'speech.billing': () => `The speech service's account is not in good standing. ${askHost}`,
  'speech.blocked': () => 'The speech service refused this text because of its content. Try other words.',
  'speech.model-gone': ({ model }) => `The speech model ${model} no longer exists. ${askHost}`,
  'speech.voice-unknown': ({ voice }) =>
    `There is no voice named ${voice}. Choose one from the list that opens as you type.`,
  'speech.text-too-long': ({ limit }) =>
    `That is too long for the speech service: at most ${characters(limit)} at once.`,
  'speech.style-too-long': ({ limit }) =>
    `That description of how to speak is too long: at most about ${words(limit)}. Shorten it.`,
  'speech.unpronounceable': () =>
    'The local voice can only speak text in Latin letters. For other languages the person who runs this bot can add a key for the speech service.',
  'speech.bad-request': () => `The speech service did not understand the request. ${askHost}`,
  'speech.rate-limited': () => 'The speech service is busy. Try again in a minute.',
  'speech.server': () => 'The speech service has a problem of its own. Try again in a moment.',
  'speech.network': () => 'The speech service cannot be reached. Try again in a moment.',
  'speech.timeout': () => 'The speech service did not answer in time. Try again in a moment.',
  'speech.cut': () => 'The speech service stopped in the middle, so the end may be missing. Try again.',
  'speech.malformed': () => 'The speech service answered with something that is not speech. Try again in a moment.',
  'speech.budget': ({ scope, cap }) => `${budgets[scope](cap)} ${scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => 'There is nothing to say in that text. Write some words.',
  'text.too-long': ({ length, limit }) =>
    `That is ${characters(length)}; at most ${number(limit)} can be said at once. Shorten it.`,

  'voice.caller-not-in-channel': () => 'Join a voice channel first, then try again: I speak where you are.',
  'voice.caller-silenced': () =>
    'I may not speak for you here: this server does not want you read, or a moderator has muted you in voice. Ask the people who run the server.',
  'voice.not-connected': () => 'I am in no voice channel. Use `/join` to bring me to yours.',
  'voice.missing-permission': ({ permission, channel }) =>
    `I need the permission **${permissions[permission]}** in **${channel}**. Somebody who manages the server can give it to me in the channel's settings.`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** is full (${people(limit)}). Make room, or choose another channel.`,
  'voice.timed-out-member': () => 'I am timed out in this server and cannot speak. A moderator can end the time-out.',
  'voice.join-failed': ({ channel }) => `I could not connect to **${channel}**. Try again in a moment.`,
  'voice.queue-full': ({ limit }) =>
    `${waiting(limit)} already waiting. Try again when some have been said, or use \`/stop\`.`,
  'voice.nothing-playing': () => 'Nothing is being said right now.',
  'voice.busy-elsewhere': ({ channel }) =>
    `I am speaking for people in **${channel}**. Join them, or use \`/leave\` there first.`,
  'voice.too-busy': () =>
    'I am speaking in so many servers right now that one more would make everybody stutter. Please try again in a moment.',

  'settings.value-out-of-range': ({ setting, min, max }) =>
    `**${named(setting)}** must be between ${number(min)} and ${number(max)}.`,
  'settings.value-not-allowed': ({ setting }) => `That is not a possible value for **${named(setting)}**.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `There is no voice named ${voice}. Do you mean ${oneOf(nearest)}?`
      : `There is no voice named ${voice}. Choose one from the list that opens as you type.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `The model ${model} does not have the voice ${voice}. ${oneOf(models)} has it.`
      : `The model ${model} does not have the voice ${voice}. Choose another one.`,
  'settings.unknown-preset': ({ name }) => `This server has no style named ${name}. \`/style list\` shows all.`,
  'settings.too-many': ({ setting, limit }) =>
    `The list **${named(setting)}** is full: at most ${number(limit)}. Remove one first.`,
  'settings.bad-pattern': () =>
    'That pattern cannot be used. Look-around and back-references are not possible; try a simpler one.',
  'settings.patterns-too-large': () =>
    'The patterns of this list are too large together. Remove one with `/words remove`, or make them simpler.',
  'settings.bad-file': ({ line }) =>
    `Line ${number(line)} of the file cannot be read. Correct it and try again; nothing was changed.`,
  'settings.not-saved': () => 'I could not save that, so nothing was changed. Try again in a moment.',
  'settings.not-read': () => 'I cannot reach my settings right now. Try again in a moment.',
  'settings.not-migrated': () => `My settings could not be brought up to date. ${askHost}`,

  'app.stopping': () => 'I am restarting. Try again in a minute.',
  'app.not-allowed': ({ permission }) =>
    `Only people with the permission **${permissions[permission]}** can do that here.`,
  'app.file-too-large': ({ limit }) => `That file is too large: at most ${number(limit)} KiB.`,
  'app.file-not-read': () => 'I could not read that file. It must be a text file; attach it again.',
  'app.unexpected': ({ id }) =>
    `Something went wrong that should not have. ${askHost} They find it in the log as ${id}.`,
}
