import type { DoctorTexts } from '../../doctor.ts'
import { characters, number, ofCharacters } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'Как у меня здесь дела:',
  placeOk: (channel) => `Могу зайти в ${channel} и говорить там.`,
  noPlace: () => 'Вы не в голосовом канале, поэтому проверить его не получилось. Зайдите в канал и попробуйте ещё раз.',
  onStage: (channel) =>
    `${channel} — это трибуна: модератор должен дать мне слово или право *Отключать участникам микрофон*.`,
  cannotWrite: (channel) => `Я не могу писать в ${channel}, поэтому не сообщу там, если что-то пойдёт не так.`,
  libraries: (encryption, opus) => `Сквозное шифрование (${encryption}) и кодек Opus (${opus}) на месте.`,
  noEncryption: () => 'Нет библиотеки сквозного шифрования. Переустановите Lector командой `npm ci`.',
  gateway: (ms) => `Discord отвечает за ${number(ms)} мс.`,
  voice: (ms, encrypted) =>
    `Голос подключён (${number(ms)} мс), ${encrypted ? 'со сквозным шифрованием' : 'без сквозного шифрования'}.`,
  voiceUntested: () =>
    'Проходит ли звук (UDP), будет видно, когда я окажусь в голосовом канале: `/join`, потом проверьте ещё раз.',
  speech: (engine, ms, place) => `${engine} говорит, первый звук через ${number(ms)} мс (${place}).`,
  speechFailed: (engine, sentence) => `${engine} не говорит. ${sentence}`,
  database: (kind, ms) => `Настройки сохраняются (${kind === 'sqlite' ? 'в файле' : 'в Postgres'}, ${number(ms)} мс).`,
  databaseFailed: () => 'Не могу прочитать настройки. Может быть, диск заполнен или база данных недоступна?',
  budget: (used, cap) => `Сегодня этот сервер использовал ${number(used)} из ${ofCharacters(cap)}.`,
  noBudget: (used) => `Сегодня этот сервер использовал ${characters(used)}; лимита нет.`,
}
