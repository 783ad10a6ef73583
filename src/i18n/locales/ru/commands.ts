import type { CommandTexts } from '../../catalogue.ts'
import { readingCommands } from './reading.ts'
import { settingCommands } from './setting-commands.ts'

export const commands: CommandTexts = {
  join: { name: 'зайти', description: 'Захожу в ваш голосовой канал' },
  leave: { name: 'выйти', description: 'Выхожу из голосового канала' },
  say: {
    name: 'сказать',
    description: 'Говорю что-нибудь в вашем голосовом канале',
    options: {
      text: { name: 'текст', description: 'Что сказать' },
      voice: { name: 'голос', description: 'Каким голосом: начните вводить имя, язык или тип голоса' },
      style: { name: 'стиль', description: 'Как сказать, своими словами: шёпотом, как спортивный комментатор…' },
      language: { name: 'язык', description: 'Язык текста; если не указать, определится автоматически' },
    },
  },
  skip: { name: 'пропустить', description: 'Пропускаю текущее сообщение' },
  stop: { name: 'стоп', description: 'Замолкаю и очищаю очередь' },
  doctor: { name: 'диагностика', description: 'Проверяю, всё ли здесь работает и что делать, если нет' },
  setup: { name: 'настройка', description: 'Настроить меня шаг за шагом: голос, канал, люди, объявления' },
  help: { name: 'помощь', description: 'Что я умею и где это найти' },
  ...settingCommands,
  ...readingCommands,
}
