import type { SettingCommandTexts } from '../../setting-commands.ts'

const voice = { name: 'голос', description: 'Начните вводить имя, язык или тип голоса' }
const style = {
  name: 'стиль',
  description: 'Стиль из списка или свои слова: шёпотом, как спортивный комментатор…',
}
const language = { name: 'язык', description: 'Язык текста' }
const channel = { name: 'канал', description: 'Канал; если не указать, этот' }
const whose = { name: 'чей', description: 'Чей список', choices: { me: 'мой', server: 'сервера' } }

export const settingCommands: SettingCommandTexts = {
  voice: { name: 'голос', description: 'Ваш голос на этом сервере' },
  'voice set': { name: 'выбрать', description: 'Выберите свой голос', options: { voice } },
  'voice style': { name: 'стиль', description: 'Выберите, как говорит ваш голос', options: { style } },
  'voice language': { name: 'язык', description: 'Выберите язык, на котором вы пишете', options: { language } },
  'voice speed': {
    name: 'скорость',
    description: 'Выберите, как быстро говорит ваш голос',
    options: { speed: { name: 'скорость', description: '0,5 — вдвое медленнее обычного, 2 — вдвое быстрее' } },
  },
  'voice time-zone': {
    name: 'часовой-пояс',
    description: 'Часовой пояс для времени, которое ты пишешь',
    options: { zone: { name: 'пояс', description: 'Начни вводить город: Moscow, Tokyo, New York' } },
  },
  'voice show': { name: 'показать', description: 'Показываю настройки вашего голоса и откуда взята каждая' },
  'voice reset': {
    name: 'сбросить',
    description: 'Сбросить настройки вашего голоса',
    options: {
      setting: {
        name: 'настройка',
        description: 'Что сбросить; если не указать, всё',
        choices: { voice: 'Голос', style: 'Стиль', language: 'Язык', speed: 'Скорость', 'time-zone': 'Часовой пояс' },
      },
    },
  },
  'voice preview': { name: 'послушать', description: 'Послушайте голос', options: { voice, style } },
  'voice list': { name: 'список', description: 'Посмотрите все голоса' },

  style: { name: 'стиль', description: 'Стили: как говорит голос' },
  'style use': { name: 'выбрать', description: 'Выберите, как говорит ваш голос', options: { style } },
  'style list': { name: 'список', description: 'Показываю все стили' },
  'style add': {
    name: 'добавить',
    description: 'Сохранить стиль под названием для всех на этом сервере',
    options: {
      name: { name: 'название', description: 'Короткое название' },
      style: { name: 'стиль', description: 'Как говорить, простыми словами, на английском или китайском' },
    },
  },
  'style remove': {
    name: 'удалить',
    description: 'Удалить стиль этого сервера',
    options: { name: { name: 'название', description: 'Как он называется' } },
  },

  server: { name: 'сервер', description: 'Настройки этого сервера' },
  'server voice': { name: 'голос', description: 'Голос по умолчанию для тех, кто не выбрал свой', options: { voice } },
  'server style': { name: 'стиль', description: 'Стиль по умолчанию для тех, кто не выбрал свой', options: { style } },
  'server language': { name: 'язык', description: 'Язык сообщений на этом сервере', options: { language } },
  'server engine': {
    name: 'сервис',
    description: 'Сервис озвучки и модель',
    options: {
      engine: { name: 'сервис', description: 'Сервис озвучки' },
      model: { name: 'модель', description: 'Модель сервиса озвучки' },
    },
  },
  'server limits': {
    name: 'лимиты',
    description: 'Сколько я читаю и как быстро',
    options: {
      'max-length': { name: 'длина', description: 'Самое длинное сообщение, которое я читаю, от 1 до 2000 символов' },
      queue: { name: 'очередь', description: 'Сколько сообщений может ждать, от 1 до 200' },
      'queue-per-member': {
        name: 'очередь-участника',
        description: 'Сколько сообщений одного участника может ждать, от 1 до 50',
      },
      'per-minute': { name: 'в-минуту', description: 'Сообщений одного участника в минуту, от 1 до 120' },
      'everybody-per-minute': {
        name: 'от-всех-в-минуту',
        description: 'Сообщений от всех вместе в минуту, от 1 до 600',
      },
      interrupting: {
        name: 'прерывать',
        description: 'Кто может пропускать или останавливать чужие сообщения',
        choices: { everyone: 'все в канале', vote: 'по голосованию, хватит половины', managers: 'только управляющие' },
      },
      'alone-after': {
        name: 'ждать',
        description: 'Через сколько секунд я выхожу из пустого канала, до 86400; 0 — никогда',
      },
      speed: { name: 'скорость', description: 'Скорость по умолчанию для тех, кто не выбрал свою, от 0,5 до 2' },
      volume: { name: 'громкость', description: 'Громкость, от 0 до 2' },
    },
  },
  'server announce': {
    name: 'объявления',
    description: 'Что я говорю между сообщениями',
    options: {
      names: {
        name: 'имена',
        description: 'Когда называть имя перед сообщением',
        choices: { never: 'никогда', change: 'когда меняется автор', always: 'всегда' },
      },
      language: { name: 'язык', description: 'Язык объявлений' },
      joins: { name: 'приход', description: 'Сообщать, кто пришёл' },
      leaves: { name: 'уход', description: 'Сообщать, кто ушёл' },
    },
  },
  'server reading': {
    name: 'чтение',
    description: 'Какие сообщения я читаю',
    options: {
      bots: { name: 'боты', description: 'Читать сообщения ботов' },
      webhooks: { name: 'вебхуки', description: 'Читать сообщения вебхуков' },
      embeds: {
        name: 'вложения',
        description: 'Сколько читать из встроенного содержимого',
        choices: { off: 'ничего', title: 'заголовок', text: 'заголовок и текст', all: 'всё' },
      },
      'mark-repeats': { name: 'повторы', description: 'Ставить реакцию на пропущенные повторы' },
      'only-in-voice': { name: 'только-в-голосовом', description: 'Читать только тех, кто в голосовом канале' },
      'auto-join': {
        name: 'заходить-автоматически',
        description: 'Заходить, когда в голосовой канал заходит первый участник',
      },
      'ignore-prefix': { name: 'не-читать-с', description: 'Пропускать сообщения, которые так начинаются' },
      'require-prefix': { name: 'читать-только-с', description: 'Читать только сообщения, которые так начинаются' },
    },
  },
  'server text': {
    name: 'текст',
    description: 'Как сообщения превращаются в слова',
    options: {
      shorthand: { name: 'сокращения', description: 'Раскрывать сокращения: спс как «спасибо»' },
      emoji: {
        name: 'эмодзи',
        description: 'Как произносить эмодзи и смайлики',
        choices: { names: 'по названию', count: 'только сколько', silent: 'молча' },
      },
      'time-zone': { name: 'часовой-пояс', description: 'Часовой пояс для времени; начни вводить город' },
    },
  },
  'server roles': {
    name: 'роли',
    description: 'Чьи сообщения я читаю, по ролям',
    options: {
      role: { name: 'роль', description: 'Роль' },
      rule: {
        name: 'правило',
        description: 'Что делать с участниками, у которых эта роль',
        choices: { required: 'читать только их', ignored: 'никогда не читать', none: 'без правила' },
      },
    },
  },
  'server budget': {
    name: 'бюджет',
    description: 'Ограничить, сколько символов я озвучиваю',
    options: {
      'server-day': { name: 'сервер-день', description: 'Все вместе, за день' },
      'server-month': { name: 'сервер-месяц', description: 'Все вместе, за месяц' },
      'member-day': { name: 'участник-день', description: 'Каждый участник, за день' },
      'member-month': { name: 'участник-месяц', description: 'Каждый участник, за месяц' },
      'when-spent': {
        name: 'когда-исчерпан',
        description: 'Что делать, когда бюджет исчерпан',
        choices: { local: 'продолжать локальным голосом', stop: 'остановиться и сообщить' },
      },
    },
  },
  'server show': { name: 'показать', description: 'Показываю все настройки этого сервера' },
  'server reset': {
    name: 'сбросить',
    description: 'Сбросить настройки этого сервера',
    options: {
      setting: {
        name: 'настройка',
        description: 'Что сбросить',
        choices: {
          voice: 'Голос',
          style: 'Стиль',
          language: 'Язык',
          engine: 'Сервис озвучки',
          limits: 'Лимиты',
          announce: 'Объявления',
          reading: 'Какие сообщения я читаю',
          text: 'Как сообщения превращаются в слова',
          roles: 'Роли',
          budget: 'Бюджет',
          all: 'Всё здесь',
        },
      },
    },
  },
  'server panel': { name: 'панель', description: 'Меняйте самые нужные настройки кнопками' },

  channel: { name: 'канал', description: 'Настройки голоса в канале' },
  'channel voice': {
    name: 'голос',
    description: 'Голос по умолчанию в канале для тех, кто не выбрал свой',
    options: { voice, channel },
  },
  'channel style': {
    name: 'стиль',
    description: 'Стиль по умолчанию в канале для тех, кто не выбрал свой',
    options: { style, channel },
  },
  'channel language': { name: 'язык', description: 'Язык сообщений в канале', options: { language, channel } },
  'channel reset': { name: 'сбросить', description: 'Вернуть в канале настройки сервера', options: { channel } },

  words: { name: 'слова', description: 'Как произносить слова' },
  'words add': {
    name: 'добавить',
    description: 'Изменить произношение слова',
    options: {
      written: { name: 'написано', description: 'Слово так, как оно пишется' },
      spoken: { name: 'сказать', description: 'Что сказать вместо него; если не указать, промолчу' },
      for: whose,
      regex: { name: 'шаблон', description: 'Слово — это регулярное выражение (RE2)' },
      'whole-word': { name: 'слово-целиком', description: 'Только слова целиком; если не указать, да' },
      'match-case': { name: 'регистр', description: 'Учитывать заглавные и строчные буквы' },
    },
  },
  'words test': {
    name: 'проверить',
    description: 'Посмотреть, во что превратится текст и почему',
    options: { text: { name: 'текст', description: 'Текст, как ты бы его написал' } },
  },
  'words remove': {
    name: 'удалить',
    description: 'Удалить слово из списка',
    options: { written: { name: 'написано', description: 'Слово так, как оно пишется' }, for: whose },
  },
  'words list': { name: 'список', description: 'Показываю список', options: { for: whose } },
  'words import': {
    name: 'импорт',
    description: 'Добавить слова из файла',
    options: {
      file: { name: 'файл', description: 'Файл CSV или JSON, как из /words export; до 256 КиБ' },
      for: whose,
      replace: { name: 'заменить', description: 'Удалить все остальные слова' },
    },
  },
  'words export': {
    name: 'экспорт',
    description: 'Получить список файлом',
    options: {
      format: { name: 'формат', description: 'Формат файла', choices: { csv: 'CSV (для таблиц)', json: 'JSON' } },
      for: whose,
    },
  },

  nickname: { name: 'имя', description: 'Как я вас называю' },
  'nickname set': {
    name: 'выбрать',
    description: 'Выберите имя, которое я называю перед вашими сообщениями',
    options: { name: { name: 'имя', description: 'Имя так, как оно должно звучать' } },
  },
  'nickname reset': { name: 'сбросить', description: 'Вернуть ваше имя на этом сервере' },

  optout: { name: 'не-читать-меня', description: 'Отказаться от чтения ваших сообщений' },
  'optout here': { name: 'здесь', description: 'Никогда не читать мои сообщения на этом сервере' },
  'optout everywhere': { name: 'везде', description: 'Никогда не читать мои сообщения ни на одном сервере' },
  'optout off': { name: 'отменить', description: 'Снова читать мои сообщения' },

  mydata: { name: 'мои-данные', description: 'Что я храню о вас' },
  'mydata export': { name: 'экспорт', description: 'Получить файлом всё, что я храню о вас' },
  'mydata delete': { name: 'удалить', description: 'Удалить всё, что я храню о вас' },

  privacy: { name: 'приватность', description: 'Что я храню, как долго и куда отправляются тексты' },
}
