import { avatar } from './avatar.js'
import { spelled } from './command-names.js'
import { arrange, element, icon, keeper } from './dom.js'
import { icons } from './icons.js'
import { language } from './language.js'
import { marked } from './markdown.js'
import { openMenu } from './menu.js'
import { components } from './message-components.js'
import { person, state } from './state.js'
import { strings } from './strings.js'

/** @import { EnteredCommand, InteractionView, MessageView } from '@lector/sandbox' */
/** @import { Child } from './dom.js' */
/** @import { APIEmbed } from 'discord-api-types/v10' */

const COMMAND = 2
const texts = strings.chat
const keep = keeper()

/**
 * Messages and commands in the order of their ids, which are moments.
 *
 * @param {HTMLElement} log
 */
export function showConversation(log) {
  const replies = new Set([...state.interactions.values()].flatMap((one) => repliesOf(one).map(({ id }) => id)))
  const entries = [
    ...[...state.messages.values()]
      .filter(({ id }) => !replies.has(id))
      .map((one) => ({ one, draw: () => messageEntry(one) })),
    ...[...state.interactions.values()].filter(isEntry).map((one) => ({ one, draw: () => exchange(one) })),
  ]
  entries.sort((former, latter) => (BigInt(former.one.id) < BigInt(latter.one.id) ? -1 : 1))
  const empty = element('p', { class: 'note' }, texts.empty)
  arrange(
    log,
    entries.length > 0
      ? entries.map(({ one, draw }) => keep(one.id, [one, state.me, state.commands.length], draw))
      : [empty],
  )
}

/**
 * Whoever reads the end sees what comes, also after the window has changed; whoever reads further up is left there.
 *
 * @param {HTMLElement} log
 */
export function keepAtEnd(log) {
  let isAtEnd = true
  const follow = () => {
    if (isAtEnd) log.scrollTop = log.scrollHeight
  }
  log.addEventListener('scroll', () => {
    isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END
  })
  new ResizeObserver(follow).observe(log)
  new MutationObserver(follow).observe(log, { childList: true })
}

/**
 * Takes a message in, wherever it stands already.
 *
 * @param {MessageView} message
 */
export function keepMessage(message) {
  /** @param {MessageView} one */
  const latest = (one) => (one.id === message.id ? message : one)
  for (const one of state.interactions.values()) {
    const followUps = one.followUps.map(latest)
    state.interactions.set(one.id, { ...one, ...(one.reply && { reply: latest(one.reply) }), followUps })
  }
  if (!message.ephemeral) state.messages.set(message.id, message)
}

/**
 * Takes an interaction in. What a press changed is the message that was pressed on.
 *
 * @param {InteractionView} interaction
 */
export function keepInteraction(interaction) {
  const { reply, followUps } = interaction
  for (const message of [reply, ...followUps]) if (message) keepMessage(message)
  state.interactions.set(interaction.id, interaction)
}

/**
 * A press that only changes the message it was made on is no entry of its own.
 *
 * @param {InteractionView} interaction
 */
function isEntry(interaction) {
  return interaction.type === COMMAND || repliesOf(interaction).length > 0
}

/** @param {InteractionView} interaction */
function repliesOf({ kind, reply, followUps }) {
  return [...(reply && kind !== 'update' ? [reply] : []), ...followUps]
}

/** @param {MessageView} message */
function messageEntry(message) {
  return row(message.user, message.id, messageBody(message), message)
}

/**
 * A command, with what the bot made of it below. Answers that only one person may see are shown to her alone.
 *
 * @param {InteractionView} interaction
 */
function exchange(interaction) {
  const { id, type, user, entered, answered } = interaction
  const answers = repliesOf(interaction).filter(({ ephemeral }) => !ephemeral || user === state.me)
  const isThinking = user === state.me && !answered && answers.length === 0
  const bot = state.world.bot.id
  return element(
    'div',
    { class: 'exchange' },
    type === COMMAND && row(user, id, commandLine(/** @type {EnteredCommand} */ (entered))),
    answers.map((reply) => row(bot, reply.id, messageBody(reply), reply, 'reply')),
    isThinking && row(bot, id, element('p', { class: 'note' }, texts.thinking), undefined, 'reply'),
  )
}

/** @param {EnteredCommand} entered */
function commandLine(entered) {
  const { line, values } = spelled(entered)
  const options = values.map(({ name, value }) => [' ', element('b', {}, name), ' ', value])
  return element('p', { class: 'used' }, element('code', {}, line, options))
}

/**
 * @param {string} user
 * @param {string} id
 * @param {Child} body
 * @param {MessageView} [message]
 * @param {'reply'} [look]
 */
function row(user, id, body, message, look) {
  const { name, bot } = person(user)
  /** @param {Event & { currentTarget: HTMLElement }} event */
  const open = (event) => {
    event.preventDefault()
    openMenu(event.currentTarget, { message: id })
  }
  /** @param {KeyboardEvent & { currentTarget: HTMLElement }} event */
  const byKey = (event) => {
    const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey) || event.key === 'Enter'
    if (isMenu && event.target === event.currentTarget) open(event)
  }
  const hasMenu = message && !message.ephemeral
  return element(
    'article',
    {
      class: ['message', look, message?.ephemeral && 'ephemeral'],
      ...(hasMenu && { tabindex: '0', oncontextmenu: open, onkeydown: byKey }),
    },
    avatar(user),
    element(
      'div',
      { class: 'body' },
      element(
        'header',
        {},
        element('strong', {}, name),
        bot && element('span', { class: 'badge' }, strings.server.app),
        element('time', {}, timeOf(id)),
      ),
      body,
      message?.ephemeral && element('p', { class: 'only-you' }, icon(icons.eye), texts.ephemeral),
    ),
    hasMenu && moreButton(name, id),
  )
}

/**
 * @param {string} name
 * @param {string} id
 */
function moreButton(name, id) {
  return element(
    'button',
    {
      class: 'quiet round more',
      'aria-label': texts.actions(name),
      'aria-haspopup': 'menu',
      onclick: (event) => openMenu(event.currentTarget, { message: id }),
    },
    icon(icons.more),
  )
}

/** @param {MessageView} message */
function messageBody(message) {
  const { content, thinking, edited, user, embeds, attachments } = message
  if (thinking) return element('p', { class: 'note' }, texts.thinking)
  return element(
    'div',
    { class: 'content' },
    content !== '' &&
      element(
        'p',
        {},
        marked(content),
        edited && user !== state.world.bot.id && element('small', {}, ` ${texts.edited}`),
      ),
    embeds.map(embedded),
    attachments.map(({ name, url }) => element('p', {}, element('a', { href: url, download: name }, name))),
    components(message),
  )
}

/** @param {APIEmbed} embed */
function embedded({ title, description = '', fields = [], footer }) {
  return element(
    'div',
    { class: 'embed' },
    title && element('strong', {}, title),
    description && element('p', {}, marked(description)),
    fields.map(({ name, value }) => element('div', {}, element('strong', {}, name), element('p', {}, marked(value)))),
    footer && element('small', {}, footer.text),
  )
}

/**
 * A snowflake holds the milliseconds since 2015.
 *
 * @param {string} id
 */
function timeOf(id) {
  const time = new Date(Number((BigInt(id) >> 22n) + DISCORD_EPOCH))
  return time.toLocaleTimeString(language.code, { hour: '2-digit', minute: '2-digit', hour12: false })
}

const DISCORD_EPOCH = 1_420_070_400_000n
/** Pixels. */
const NEAR_THE_END = 120
