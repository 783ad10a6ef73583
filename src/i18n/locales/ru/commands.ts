import type { CommandTexts } from '../../catalogue.ts'
import { readingCommands } from './reading.ts'
import { settingCommands } from './setting-commands.ts'

export const commands: CommandTexts = {
  join: { name: 'зайти', description: 'Захожу в голосовой канал, где вы находитесь' },
  leave: { name: 'выйти', description: 'Выхожу из голосового канала' },
  say: {
    name: 'сказать',
    description: 'Говорю что-нибудь в вашем голосовом канале',
    options: {
      text: { name: 'текст', description: 'Что сказать' },
      voice: { name: 'голос', description: 'Каким голосом: начните вводить имя, язык или тип голоса' },
      style: { name: 'стиль', description: 'Как сказать, своими словами: шёпотом, как спортивный комментатор…' },
      language: { name: 'язык', description: 'Язык текста; если не указать, определю сам' },
    },
  },
  skip: { name: 'пропустить', description: 'Пропускаю то, что сейчас говорю' },
  stop: { name: 'стоп', description: 'Замолкаю и забываю всё, что ещё не сказано' },
  doctor: { name: 'диагностика', description: 'Проверяю, всё ли здесь работает, и подсказываю, что исправить' },
  ...settingCommands,
  ...readingCommands,
}
