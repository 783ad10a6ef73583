import type { DoctorTexts } from '../../doctor.ts'
import { characters, number, ofCharacters } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'Диагностика этого сервера:',
  placeOk: (channel) => `Могу зайти в ${channel} и говорить там.`,
  noPlace: () => 'Вы не в голосовом канале, поэтому проверить его не получилось. Зайдите в канал и попробуйте ещё раз.',
  onStage: (channel) =>
    `${channel} — это трибуна: модератор должен пригласить меня выступить или дать мне право *Отключать участникам микрофон*.`,
  cannotWrite: (channel) =>
    `Я не могу писать в ${channel}. Дайте мне там право *Отправлять сообщения*, чтобы я мог сообщать о проблемах.`,
  libraries: (encryption, opus) => `Сквозное шифрование (${encryption}) и кодек Opus (${opus}) установлены.`,
  noEncryption: () => 'Нет библиотеки сквозного шифрования. Переустановите Lector командой `npm ci`.',
  gateway: (ms) => `Discord отвечает за ${number(ms)} мс.`,
  voice: (ms, encrypted) =>
    `Голос подключён (${number(ms)} мс), ${encrypted ? 'со сквозным шифрованием' : 'без сквозного шифрования'}.`,
  voiceUntested: () =>
    'Проверить звук (UDP) я могу только в голосовом канале: используйте `/join` и проверьте ещё раз.',
  speech: (engine, ms, place) => `${engine} работает: первый звук через ${number(ms)} мс (${place}).`,
  speechFailed: (engine, sentence) => `${engine} не работает. ${sentence}`,
  database: (kind, ms) => `Настройки сохраняются ${kind === 'sqlite' ? 'в файле' : 'в Postgres'} (${number(ms)} мс).`,
  databaseFailed: () => 'Не могу прочитать настройки. Проверьте место на диске и подключение к базе данных.',
  budget: (used, cap) => `Сегодня этот сервер использовал ${number(used)} из ${ofCharacters(cap)}.`,
  noBudget: (used) => `Сегодня этот сервер использовал ${characters(used)} (без лимита).`,
  clockWrong: (seconds, isFast) =>
    `Часы моей машины ${isFast ? 'спешат' : 'отстают'} на ${number(seconds)} с. Я это учитываю, но владельцу бота стоит включить синхронизацию времени (NTP).`,
}
