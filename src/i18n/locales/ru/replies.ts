import type { ReplyTexts } from '../../catalogue.ts'
import { messages, number } from './counts.ts'

export const replies: ReplyTexts = {
  joined: (channel) => `Я в канале **${channel}**. Используйте \`/say\`, и я заговорю.`,
  left: () => 'Я вышел из голосового канала.',
  speaking: (channel) => `Говорю в канале **${channel}**.`,
  queued: (n) => `В очереди, впереди ещё ${messages(n)}.`,
  voted: (votes, needed) =>
    `Это не ваше сообщение, поэтому нужно голосование: ${number(votes)} из ${number(needed)}. Другие в канале могут ввести ту же команду.`,
  deafened: () => 'У вас отключён звук, поэтому вы этого не услышите.',
  offerExpired: () => 'Это предложение устарело. Введите `/say` ещё раз.',
  skipped: () => 'Пропущено.',
  stopped: (n) => `Остановлено; из очереди убрано ${messages(n)}.`,
  styleIgnored: (voice) => `${voice} не умеет менять стиль, поэтому голос звучал как обычно.`,
  modelReplaced: (model, by) => `Модель ${model} недоступна; вместо неё говорила ${by}.`,
  voiceReplaced: (voice, by) => `Голос ${voice} недоступен; вместо него говорил ${by}.`,
  removed: (channel) => `Меня отключили от канала ${channel}. Верните меня командой \`/join\`.`,
  connectionLost: (channel) =>
    `Связь с каналом ${channel} пропала, и восстановить её не получилось. Верните меня командой \`/join\`.`,
  recovering: (channel) =>
    `Связь с каналом ${channel} пропала, пробую восстановить. Всё, что скажете за это время, подождёт до 2 минут.`,
  comingBack: (channel) => `Связь с каналом ${channel} пропала. Вернусь, как только получится.`,
  holds: {
    muted: (channel) =>
      `Мне отключили микрофон в канале ${channel}. Когда модератор его включит, продолжу с того же места.`,
    suppressed: (channel) =>
      `У меня больше нет права **Говорить** в канале ${channel}. Когда оно вернётся, продолжу с того же места.`,
    audience: (channel) => `Я среди слушателей в канале ${channel} и попросил слова. Дать его может модератор.`,
  },
  engineReplaced: () => 'Вместо этого говорил другой голос.',
}
