import { choice, counted, lasting } from '../../counted.ts'
import type { Spoken } from '../../spoken.ts'

const either = choice('ru')
const times = counted('ru', { single: '# раз', one: '# раз', few: '# раза', many: '# раз', other: '# раза' })

export const spoken = {
  says: (name) => `${name} говорит`,
  answers: (name, other) => `${name}, ответ для ${other}`,
  sends: (name) => `${name} отправляет`,

  someone: 'кто-то',
  aRole: 'роль',
  aChannel: 'канал',
  everyone: 'все',
  everyoneHere: 'все, кто здесь',
  command: (name) => `команда ${name}`,

  link: 'ссылка',
  links: counted('ru', { single: 'ссылка', one: '# ссылка', few: '# ссылки', many: '# ссылок', other: '# ссылки' }),
  linkTo: (domain) => `ссылка на ${domain}`,
  code: 'код',
  spoiler: 'спойлер',
  times: (count, name) => `${times(count)} ${name}`,
  emojis: counted('ru', { single: 'эмодзи', other: '# эмодзи' }),
  at: 'собака',
  dot: 'точка',
  signs: {
    questionMark: 'вопросительный знак',
    exclamationMark: 'восклицательный знак',
    ellipsis: 'многоточие',
    dot: 'точка',
    plus: 'плюс',
    minus: 'минус',
    equals: 'равно',
    arrowUp: 'стрелка вверх',
    slash: 'слэш',
    hash: 'решётка',
    at: 'собака',
    percent: 'процент',
    and: 'и',
  },

  forwarded: 'переслано',
  poll: (question) => `опрос: ${question}`,
  options: (answers) => `варианты: ${either(answers)}`,
  sticker: (name) => (name === '' ? 'стикер' : `стикер ${name}`),
  embed: (title) => `превью: ${title}`,
  images: counted('ru', {
    single: 'картинка',
    one: '# картинка',
    few: '# картинки',
    many: '# картинок',
    other: '# картинки',
  }),
  videos: counted('ru', { single: 'видео', other: '# видео' }),
  audios: counted('ru', {
    single: 'аудиофайл',
    one: '# аудиофайл',
    few: '# аудиофайла',
    many: '# аудиофайлов',
    other: '# аудиофайла',
  }),
  files: counted('ru', { single: 'файл', one: '# файл', few: '# файла', many: '# файлов', other: '# файла' }),
  file: (name) => `файл ${name}`,
  voiceMessage: 'голосовое сообщение',
  duration: lasting('ru'),

  andSoOn: 'и так далее',

  joins: (name) => `${name} теперь здесь`,
  leaves: (name) => `${name} уходит`,
  leftOut: counted('ru', {
    single: 'сообщение пропущено',
    one: '# сообщение пропущено',
    few: '# сообщения пропущены',
    other: '# сообщений пропущено',
  }),
} as const satisfies Spoken
