import { call } from './api.js'
import { avatar } from './avatar.js'
import { element, fill, icon } from './dom.js'
import { icons } from './icons.js'
import { chooseLanguage, LANGUAGES, language } from './language.js'
import { openMenu } from './menu.js'
import { become, people, person, state, voiceChannelOf } from './state.js'
import { strings } from './strings.js'
import { switchTheme } from './theme.js'

/** @import { ChannelView, MemberView } from '@lector/sandbox' */

const TEXT = 0
const VOICE = [2, 13]
const texts = strings.server

/**
 * The server: its channels, who is in them, and who the person at this tab is.
 *
 * @param {HTMLElement} place
 */
export function showServer(place) {
  const { world } = state
  place.setAttribute('aria-label', world.guild.name)
  fill(
    place,
    element('header', {}, element('h1', {}, world.guild.name), themeButton()),
    element('h2', {}, texts.text),
    element('ul', {}, world.channels.filter(({ type }) => type === TEXT).map(textChannel)),
    element('h2', {}, texts.voice),
    element('ul', {}, world.channels.filter(({ type }) => VOICE.includes(type)).map(voiceChannel)),
    !world.bot.connected && world.guild.name !== '' && element('p', { class: 'note', role: 'status' }, texts.offline),
    whoAmI(),
  )
}

/**
 * The ring around the bot, without building the list anew.
 *
 * @param {HTMLElement} place
 */
export function showSpeaking(place) {
  for (const member of place.querySelectorAll('[data-bot]')) member.classList.toggle('speaking', state.speaking)
}

function themeButton() {
  const look = { class: 'quiet round', data: { key: 'theme' }, 'aria-label': texts.theme, onclick: switchTheme }
  return element('button', look, icon(icons.contrast))
}

/** @param {ChannelView} channel */
function textChannel({ name }) {
  return element('li', { class: 'channel current' }, element('span', { 'aria-hidden': 'true' }, '#'), name)
}

/** @param {ChannelView} channel */
function voiceChannel({ id, name, members }) {
  const isHere = members.some((member) => member.id === state.me)
  const press = isHere
    ? { 'aria-label': texts.leaveChannel(name), onclick: () => call('DELETE', `/people/${state.me}/voice`) }
    : {
        'aria-label': texts.joinChannel(name),
        onclick: () => call('PUT', `/people/${state.me}/voice`, { channel: id }),
      }
  return element(
    'li',
    {},
    element(
      'div',
      { class: ['channel', isHere && 'current'] },
      icon(icons.sound),
      name,
      element('button', { class: 'join', data: { key: id }, ...press }, isHere ? texts.leave : texts.join),
    ),
    element('ul', { class: 'members' }, members.map(member)),
  )
}

/** @param {MemberView} member */
function member({ id, muted }) {
  const { name, bot } = person(id)
  const isBot = id === state.world.bot.id
  /** @param {Event & { currentTarget: HTMLElement }} event */
  const open = (event) => {
    event.preventDefault()
    openMenu(event.currentTarget, { user: id })
  }
  return element(
    'li',
    {
      class: ['member', isBot && state.speaking && 'speaking'],
      ...(isBot && { data: { bot: id } }),
      oncontextmenu: open,
    },
    avatar(id),
    element('span', { class: 'name' }, name),
    bot && element('span', { class: 'badge' }, texts.app),
    isBot && element('span', { class: 'badge live' }, texts.speaking),
    muted && element('span', { class: 'badge' }, texts.muted),
    element(
      'button',
      {
        class: 'quiet round more',
        data: { key: `more ${id}` },
        'aria-label': texts.actions(name),
        'aria-haspopup': 'menu',
        onclick: open,
      },
      icon(icons.more),
    ),
  )
}

/** Each tab is somebody, who has her own client in her own language. */
function whoAmI() {
  const everybody = people().map(({ id, name }) => ({ value: id, label: name }))
  const languages = LANGUAGES.map(({ code, native }) => ({ value: code, label: native, lang: code }))
  return element(
    'div',
    { class: 'me' },
    avatar(state.me),
    choice(texts.you, 'me', everybody, state.me, become),
    choice(texts.language, 'language', languages, language.code, chooseLanguage),
    !voiceChannelOf(state.me) && element('small', { class: 'note' }, texts.notInVoice),
  )
}

/**
 * @param {string} title
 * @param {string} key
 * @param {readonly { value: string, label: string, lang?: string }[]} options
 * @param {string} chosen
 * @param {(value: string) => void} choose
 */
function choice(title, key, options, chosen, choose) {
  const entries = options.map(({ label, ...one }) =>
    element('option', { ...one, selected: one.value === chosen }, label),
  )
  const select = element(
    'select',
    { data: { key }, onchange: ({ currentTarget }) => choose(currentTarget.value) },
    entries,
  )
  return element('label', {}, element('small', {}, title), select)
}
