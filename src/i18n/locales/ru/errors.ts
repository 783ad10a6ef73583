import type { ErrorTexts } from '../../catalogue.ts'
import { choice, measured } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { characters, messages, number, ofCharacters, ofSeconds, ofWords } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('ru')
const most = measured({ number, characters: ofCharacters, seconds: ofSeconds })
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'Сообщите владельцу бота.'
const askServer = 'Администратор сервера может поднять лимит.'

const permissions = {
  ViewChannel: 'Просматривать канал',
  Connect: 'Подключаться',
  Speak: 'Говорить',
  ReadMessageHistory: 'Читать историю сообщений',
  ManageGuild: 'Управлять сервером',
} as const

const budgets = {
  'bot-month': (cap: number) =>
    `Бюджет озвучки этого бота на месяц исчерпан (${characters(cap)}); счётчик обнулится 1-го числа.`,
  'bot-day': (cap: number) =>
    `Бюджет озвучки этого бота на сегодня исчерпан (${characters(cap)}); счётчик обнулится в 00:00 UTC.`,
  'server-month': (cap: number) =>
    `Бюджет озвучки этого сервера на месяц исчерпан (${characters(cap)}); счётчик обнулится 1-го числа.`,
  'server-day': (cap: number) =>
    `Бюджет озвучки этого сервера на сегодня исчерпан (${characters(cap)}); счётчик обнулится в 00:00 UTC.`,
  'member-month': (cap: number) =>
    `Ваш бюджет озвучки на месяц исчерпан (${characters(cap)}); счётчик обнулится 1-го числа.`,
  'member-day': (cap: number) =>
    `Ваш бюджет озвучки на сегодня исчерпан (${characters(cap)}); счётчик обнулится в 00:00 UTC.`,
  'member-hour': (cap: number) => `Ваш бюджет озвучки на этот час исчерпан (${characters(cap)}). Подождите немного.`,
} as const

const patterns = {
  syntax: 'Не могу использовать этот шаблон: в нём ошибка, например незакрытая скобка.',
  unsupported:
    'Не могу использовать этот шаблон: просмотр вперёд и назад (lookaround) и обратные ссылки не поддерживаются. Попробуйте попроще.',
  'too-large': 'Не могу использовать этот шаблон: он слишком сложный. Сделайте его короче.',
  empty: 'Не могу использовать этот шаблон: он подходит и к пустому тексту. Сделайте обязательной хотя бы одну букву.',
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `Сервис озвучки отклонил API-ключ. ${askHost}`,
  'speech.access': ({ model }) => `У API-ключа нет доступа к модели озвучки ${model}. ${askHost}`,
  'speech.quota': () => `Лимит сервиса озвучки исчерпан. ${askHost}`,
  'speech.billing': () => `Сервис озвучки сообщает о проблеме с оплатой. ${askHost}`,
  'speech.blocked': () => 'Сервис озвучки отклонил этот текст из-за содержания. Попробуйте другие слова.',
  'speech.model-gone': ({ model }) =>
    `Модель озвучки ${model} недоступна (неверное название или снята с поддержки). ${askHost}`,
  'speech.voice-unknown': ({ voice }) =>
    `Голоса ${voice} нет. Выберите голос из списка, который открывается при вводе.`,
  'speech.text-too-long': ({ limit }) =>
    `Сервис озвучки принимает не больше ${ofCharacters(limit)} за раз. Сократите текст.`,
  'speech.style-too-long': ({ limit }) =>
    `Этот стиль слишком длинный: не больше примерно ${ofWords(limit)}. Сократите его.`,
  'speech.unpronounceable': () =>
    'Локальный голос читает только текст латиницей. Для других языков владелец бота может добавить ключ сервиса озвучки.',
  'speech.bad-request': () => `Сервис озвучки отклонил запрос как неверный. ${askHost}`,
  'speech.rate-limited': () => 'Сервис озвучки перегружен. Попробуйте через минуту.',
  'speech.server': () => 'У сервиса озвучки неполадки. Попробуйте чуть позже.',
  'speech.network': () => 'Сервис озвучки недоступен. Попробуйте чуть позже.',
  'speech.timeout': () => 'Сервис озвучки слишком долго не отвечал. Попробуйте чуть позже.',
  'speech.cut': () => 'Сервис озвучки прервался раньше времени, конец мог пропасть. Попробуйте ещё раз.',
  'speech.malformed': () => 'Сервис озвучки прислал что-то, что не похоже на звук. Попробуйте чуть позже.',
  'speech.budget': ({ scope, cap, byHost }) =>
    `${budgets[scope](cap)} ${byHost || scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => 'В этом тексте мне нечего сказать. Напишите какие-нибудь слова.',
  'text.too-long': ({ length, limit }) =>
    `В тексте ${characters(length)}, а можно не больше ${number(limit)}. Сократите его.`,

  'voice.caller-not-in-channel': () => 'Сначала зайдите в голосовой канал, потом попробуйте ещё раз.',
  'voice.caller-silenced': () =>
    'Здесь я не могу говорить за вас: на этом сервере вас исключили из чтения, или модератор отключил вам микрофон. Спросите модератора.',
  'voice.not-connected': () => 'Я не в голосовом канале. Позовите меня в свой командой `/join`.',
  'voice.missing-permission': ({ permission, channel }) =>
    `Мне нужно право **${permissions[permission]}** в канале **${channel}**. Его может дать администратор сервера в настройках канала.`,
  'voice.channel-full': ({ channel, limit }) =>
    `В канале **${channel}** нет свободных мест (всего ${number(limit)}). Освободите место или выберите другой канал.`,
  'voice.timed-out-member': () =>
    'У меня тайм-аут на этом сервере, поэтому говорить я не могу. Модератор может его снять.',
  'voice.join-failed': ({ channel }) => `Не получилось подключиться к каналу **${channel}**. Попробуйте чуть позже.`,
  'voice.udp-blocked': ({ address }) =>
    `UDP до ${address} остаётся без ответа, поэтому меня не слышно: мешает файрвол или NAT. Я продолжаю пробовать.`,
  'voice.not-in-my-channel': ({ channel }) =>
    `Я говорю для людей в **${channel}**. Зайдите к ним, чтобы это сделать, или попросите управляющего сервером.`,
  'voice.turn-over': () => 'Другие ждали, поэтому я остановил ваш текст через минуту.',
  'voice.queue-full': ({ limit }) =>
    `В очереди уже ${messages(limit)}. Попробуйте чуть позже или используйте \`/stop\`.`,
  'voice.nothing-playing': () => 'Сейчас я ничего не говорю.',
  'voice.busy-elsewhere': ({ channel }) =>
    `Сейчас я говорю в канале **${channel}**. Заходите туда или сначала используйте там \`/leave\`.`,
  'voice.too-busy': () =>
    'Сейчас я говорю на слишком многих серверах: ещё один, и звук начнёт прерываться у всех. Попробуйте чуть позже.',

  'settings.value-out-of-range': ({ setting, min, max, unit }) =>
    `**${named(setting)}**: допустимы значения от ${number(min)} до ${most(max, unit)}.`,
  'settings.value-not-allowed': ({ setting, value }) =>
    value === undefined
      ? `**${named(setting)}**: такое значение не подходит.`
      : `**${named(setting)}**: «${value}» не подходит. Выберите что-нибудь из списка.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `Голоса ${voice} нет. Может быть, ${oneOf(nearest)}?`
      : `Голоса ${voice} нет. Выберите голос из списка, который открывается при вводе.`,
  'settings.engine-not-configured': ({ engine, variable }) =>
    `Этот бот не настроен на речевой сервис ${engine}. Владелец бота должен задать \`${variable}\`.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `В модели ${model} нет голоса ${voice}. Он есть в ${oneOf(models)}.`
      : `В модели ${model} нет голоса ${voice}. Выберите другой.`,
  'settings.unknown-preset': ({ name }) =>
    `На этом сервере нет стиля с названием ${name}. Все стили показывает \`/style list\`.`,
  'settings.too-many': ({ setting, limit }) =>
    `Список **${named(setting)}** заполнен (максимум: ${number(limit)}). Сначала удалите что-нибудь.`,
  'settings.bad-pattern': ({ reason }) => patterns[reason],
  'settings.patterns-too-large': () =>
    'Шаблоны этого списка вместе слишком сложные. Удалите один командой `/words remove` или упростите их.',
  'settings.bad-file': ({ line }) =>
    `Не могу прочитать строку ${number(line)} файла, поэтому ничего не изменилось. Исправьте её и попробуйте ещё раз. Пример даст команда \`/words export\`.`,
  'settings.not-saved': () => 'Сохранить не получилось, поэтому ничего не изменилось. Попробуйте чуть позже.',
  'settings.not-read': () => 'Сейчас мои настройки недоступны. Попробуйте чуть позже.',
  'settings.not-migrated': () => `Не получилось обновить мою базу данных. ${askHost}`,

  'app.not-ready': () => 'Я здесь ещё запускаюсь. Попробуйте чуть позже.',
  'app.stopping': () => 'Я перезапускаюсь. Попробуйте через минуту.',
  'app.not-allowed': ({ permission }) => `Чтобы сделать это здесь, нужно право **${permissions[permission]}**.`,
  'app.file-too-large': ({ limit }) => `Этот файл слишком большой (максимум ${number(limit)} КиБ).`,
  'app.file-not-read': () =>
    'Не получилось прочитать этот файл. Проверьте, что он текстовый, и прикрепите его ещё раз.',
  'app.unexpected': ({ id }) => `У меня что-то сломалось. ${askHost} Подробности в журнале под номером ${id}.`,
}
