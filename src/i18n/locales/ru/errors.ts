import type { ErrorTexts } from '../../catalogue.ts'
import { choice } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { characters, messages, number, ofCharacters, ofWords } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('ru')
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'Сообщите об этом тому, кто держит этого бота.'
const askServer = 'Попросите больше у тех, кто управляет этим сервером.'

const permissions = {
  ViewChannel: 'Просматривать канал',
  Connect: 'Подключаться',
  Speak: 'Говорить',
  ReadMessageHistory: 'Читать историю сообщений',
  ManageGuild: 'Управлять сервером',
} as const

const budgets = {
  'bot-month': (cap: number) => `Бюджет озвучки этого бота на месяц исчерпан (${characters(cap)}).`,
  'bot-day': (cap: number) => `Бюджет озвучки этого бота на сегодня исчерпан (${characters(cap)}).`,
  'server-month': (cap: number) => `Бюджет озвучки этого сервера на месяц исчерпан (${characters(cap)}).`,
  'server-day': (cap: number) => `Бюджет озвучки этого сервера на сегодня исчерпан (${characters(cap)}).`,
  'member-month': (cap: number) => `Ваш бюджет озвучки на месяц исчерпан (${characters(cap)}).`,
  'member-day': (cap: number) => `Ваш бюджет озвучки на сегодня исчерпан (${characters(cap)}).`,
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `Сервис озвучки не принимает ключ. ${askHost}`,
  'speech.access': ({ model }) => `Сервис озвучки не разрешает модель ${model} для этого ключа. ${askHost}`,
  'speech.quota': () => `Лимит сервиса озвучки исчерпан. ${askHost}`,
  'speech.billing': () => `Проблема с оплатой сервиса озвучки. ${askHost}`,
  'speech.blocked': () => 'Сервис озвучки отклонил этот текст из-за содержания. Попробуйте другие слова.',
  'speech.model-gone': ({ model }) => `Модели озвучки ${model} больше нет. ${askHost}`,
  'speech.voice-unknown': ({ voice }) =>
    `Голоса с именем ${voice} нет. Выберите голос из списка, который открывается при вводе.`,
  'speech.text-too-long': ({ limit }) =>
    `Это слишком длинно для сервиса озвучки: не больше ${ofCharacters(limit)} за раз.`,
  'speech.style-too-long': ({ limit }) =>
    `Это описание манеры речи слишком длинное: не больше примерно ${ofWords(limit)}. Сократите его.`,
  'speech.unpronounceable': () =>
    'Локальный голос читает только текст латиницей. Для других языков тот, кто держит этого бота, может добавить ключ сервиса озвучки.',
  'speech.bad-request': () => `Сервис озвучки не понял запрос. ${askHost}`,
  'speech.rate-limited': () => 'Сервис озвучки перегружен. Попробуйте через минуту.',
  'speech.server': () => 'У сервиса озвучки неполадки. Попробуйте чуть позже.',
  'speech.network': () => 'Сервис озвучки недоступен. Попробуйте чуть позже.',
  'speech.timeout': () => 'Сервис озвучки не ответил вовремя. Попробуйте чуть позже.',
  'speech.cut': () => 'Сервис озвучки прервался на середине, конец может пропасть. Попробуйте ещё раз.',
  'speech.malformed': () => 'Сервис озвучки прислал в ответ не речь. Попробуйте чуть позже.',
  'speech.budget': ({ scope, cap }) => `${budgets[scope](cap)} ${scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => 'В этом тексте нечего сказать. Напишите какие-нибудь слова.',
  'text.too-long': ({ length, limit }) =>
    `Здесь ${characters(length)}, а за раз можно не больше ${number(limit)}. Сократите текст.`,

  'voice.caller-not-in-channel': () =>
    'Сначала зайдите в голосовой канал, потом попробуйте ещё раз: я говорю там, где вы.',
  'voice.caller-silenced': () =>
    'Здесь мне нельзя говорить за вас: на этом сервере не хотят, чтобы я вас читал, или модератор отключил вам микрофон. Спросите тех, кто управляет сервером.',
  'voice.not-connected': () => 'Я не в голосовом канале. Позовите меня в свой командой `/join`.',
  'voice.missing-permission': ({ permission, channel }) =>
    `Мне нужно право **${permissions[permission]}** в канале **${channel}**. Его может дать тот, кто управляет сервером, в настройках канала.`,
  'voice.channel-full': ({ channel, limit }) =>
    `В канале **${channel}** нет свободных мест (всего ${number(limit)}). Освободите место или выберите другой канал.`,
  'voice.timed-out-member': () =>
    'Мне на этом сервере выдали тайм-аут, и говорить я не могу. Модератор может его снять.',
  'voice.join-failed': ({ channel }) => `Не получилось подключиться к каналу **${channel}**. Попробуйте чуть позже.`,
  'voice.queue-full': ({ limit }) =>
    `В очереди уже ${messages(limit)}. Попробуйте, когда часть из них прозвучит, или используйте \`/stop\`.`,
  'voice.nothing-playing': () => 'Сейчас я ничего не говорю.',
  'voice.busy-elsewhere': ({ channel }) =>
    `Я говорю для людей в канале **${channel}**. Зайдите к ним или сначала используйте там \`/leave\`.`,
  'voice.too-busy': () =>
    'Я говорю сейчас на стольких серверах, что с ещё одним голос начал бы прерываться у всех. Попробуйте чуть позже.',

  'settings.value-out-of-range': ({ setting, min, max }) =>
    `**${named(setting)}**: допустимы значения от ${number(min)} до ${number(max)}.`,
  'settings.value-not-allowed': ({ setting }) => `**${named(setting)}**: такое значение не подходит.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `Голоса с именем ${voice} нет. Может быть, ${oneOf(nearest)}?`
      : `Голоса с именем ${voice} нет. Выберите голос из списка, который открывается при вводе.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `В модели ${model} нет голоса ${voice}. Он есть в ${oneOf(models)}.`
      : `В модели ${model} нет голоса ${voice}. Выберите другой.`,
  'settings.unknown-preset': ({ name }) =>
    `На этом сервере нет стиля с названием ${name}. Все стили показывает \`/style list\`.`,
  'settings.too-many': ({ setting, limit }) =>
    `Список **${named(setting)}** заполнен (максимум: ${number(limit)}). Сначала удалите что-нибудь.`,
  'settings.bad-pattern': () =>
    'Этот шаблон использовать нельзя: опережающие и ретроспективные проверки и обратные ссылки не поддерживаются. Попробуйте попроще.',
  'settings.patterns-too-large': () =>
    'Шаблоны этого списка вместе слишком велики. Удалите один командой `/words remove` или упростите их.',
  'settings.bad-file': ({ line }) =>
    `Не могу прочитать строку ${number(line)} файла. Исправьте её и попробуйте ещё раз; ничего не изменилось.`,
  'settings.not-saved': () => 'Сохранить не получилось, поэтому ничего не изменилось. Попробуйте чуть позже.',
  'settings.not-read': () => 'Сейчас мои настройки недоступны. Попробуйте чуть позже.',
  'settings.not-migrated': () => `Не получилось обновить мои настройки. ${askHost}`,

  'app.stopping': () => 'Я перезапускаюсь. Попробуйте через минуту.',
  'app.not-allowed': ({ permission }) => `Здесь это могут только те, у кого есть право **${permissions[permission]}**.`,
  'app.file-too-large': ({ limit }) => `Этот файл слишком большой: не больше ${number(limit)} КиБ.`,
  'app.file-not-read': () => 'Не получилось прочитать этот файл. Нужен текстовый файл; прикрепите его ещё раз.',
  'app.unexpected': ({ id }) =>
    `Случилась ошибка, которой быть не должно. ${askHost} В журнале она записана как ${id}.`,
}
