import type { SettingCommandTexts } from '../../setting-commands.ts'

const voice = { name: '声音', description: '输入名字、语言或声音类型来查找' }
const style = { name: '风格', description: '列表中的风格，或你自己的描述：小声耳语、像体育解说一样……' }
const language = { name: '语言', description: '文字的语言' }
const channel = { name: '频道', description: '哪个频道；不填则为这个频道' }
const whose = { name: '归属', description: '谁的词典', choices: { me: '我的', server: '服务器的' } }

export const settingCommands: SettingCommandTexts = {
  voice: { name: '声音', description: '你在本服务器的声音' },
  'voice set': { name: '选择', description: '选择你的声音', options: { voice } },
  'voice style': { name: '风格', description: '选择你的声音怎么说话', options: { style } },
  'voice language': { name: '语言', description: '选择你写字用的语言', options: { language } },
  'voice speed': {
    name: '语速',
    description: '选择你的声音说得多快',
    options: { speed: { name: '语速', description: '0.5 是平常的一半，2 是平常的两倍' } },
  },
  'voice time-zone': {
    name: '时区',
    description: '选择你所写时间的时区',
    options: { zone: { name: '地区', description: '输入城市名：Shanghai、Tokyo、New York' } },
  },
  'voice show': { name: '查看', description: '查看你的声音设置，以及每项来自哪里' },
  'voice reset': {
    name: '重置',
    description: '重置你的声音设置',
    options: {
      setting: {
        name: '项目',
        description: '重置哪一项；不填则全部重置',
        choices: { voice: '声音', style: '风格', language: '语言', speed: '语速', 'time-zone': '时区' },
      },
    },
  },
  'voice preview': { name: '试听', description: '听听一个声音', options: { voice, style } },
  'voice list': { name: '列表', description: '浏览所有声音' },

  style: { name: '风格', description: '风格：声音怎么说话' },
  'style use': { name: '使用', description: '选择你的声音怎么说话', options: { style } },
  'style list': { name: '列表', description: '查看所有风格' },
  'style add': {
    name: '添加',
    description: '把一种风格存成名称，供本服务器所有人使用',
    options: {
      name: { name: '名称', description: '简短的名称' },
      style: { name: '风格', description: '怎么说话，用中文或英文直接描述' },
    },
  },
  'style remove': {
    name: '删除',
    description: '删除本服务器的一种风格',
    options: { name: { name: '名称', description: '风格的名称' } },
  },

  server: { name: '服务器', description: '本服务器的设置' },
  'server voice': { name: '声音', description: '没有自选声音的成员的默认声音', options: { voice } },
  'server style': { name: '风格', description: '没有自选风格的成员的默认风格', options: { style } },
  'server language': { name: '语言', description: '本服务器消息的语言', options: { language } },
  'server engine': {
    name: '引擎',
    description: '语音服务和模型',
    options: {
      engine: { name: '服务', description: '语音服务' },
      model: { name: '模型', description: '语音服务的模型' },
    },
  },
  'server limits': {
    name: '限制',
    description: '读多少、读多快',
    options: {
      'max-length': { name: '消息长度', description: '朗读的最长消息，1 到 2000 个字符' },
      queue: { name: '队列', description: '最多有多少条消息等待，1 到 200' },
      'queue-per-member': { name: '每人队列', description: '每位成员最多有多少条消息等待，1 到 50' },
      'per-minute': { name: '每分钟', description: '每位成员每分钟的消息数，1 到 120' },
      'everybody-per-minute': { name: '全体每分钟', description: '所有人合计每分钟的消息数，1 到 600' },
      interrupting: {
        name: '打断',
        description: '谁可以跳过或停止别人的消息',
        choices: { everyone: '频道里的所有人', vote: '投票，半数同意即可', managers: '仅管理者' },
      },
      'alone-after': { name: '空闲离开', description: '频道没人后多少秒离开，最多 86400；0 表示不离开' },
      speed: { name: '语速', description: '没有自选语速的成员的默认语速，0.5 到 2' },
      volume: { name: '音量', description: '音量，0 到 2' },
    },
  },
  'server announce': {
    name: '播报',
    description: '我在消息之间说什么',
    options: {
      names: {
        name: '名字',
        description: '什么时候在消息前报名字',
        choices: { never: '从不', change: '作者变了的时候', always: '总是' },
      },
      language: { name: '语言', description: '播报的语言' },
      joins: { name: '加入', description: '播报谁加入了' },
      leaves: { name: '离开', description: '播报谁离开了' },
    },
  },
  'server reading': {
    name: '朗读',
    description: '朗读哪些消息',
    options: {
      bots: { name: '机器人', description: '朗读机器人的消息' },
      webhooks: { name: 'webhook', description: '朗读 Webhook 的消息' },
      embeds: {
        name: '嵌入',
        description: '嵌入内容读多少',
        choices: { off: '不读', title: '只读标题', text: '标题和正文', all: '全部' },
      },
      'mark-repeats': { name: '重复', description: '给因重复而跳过的消息加反应' },
      'only-in-voice': { name: '仅语音成员', description: '只读在语音频道里的成员' },
      'auto-join': { name: '自动加入', description: '第一位成员进入语音频道时自动加入' },
      'ignore-prefix': { name: '忽略前缀', description: '跳过以此开头的消息' },
      'require-prefix': { name: '必需前缀', description: '只读以此开头的消息' },
    },
  },
  'server text': {
    name: '文本',
    description: '消息怎样变成话',
    options: {
      shorthand: { name: '缩写', description: '完整读出缩写：yyds 读作“永远的神”' },
      emoji: {
        name: '表情',
        description: '怎样读表情和颜文字',
        choices: { names: '读名称', count: '只读数量', silent: '不读' },
      },
      'time-zone': { name: '时区', description: '读时间用的时区，输入城市名' },
    },
  },
  'server roles': {
    name: '身份组',
    description: '按身份组决定读谁的消息',
    options: {
      role: { name: '身份组', description: '身份组' },
      rule: {
        name: '规则',
        description: '拥有这个身份组的成员适用什么规则',
        choices: { required: '只读这些人', ignored: '从不朗读', none: '无规则' },
      },
    },
  },
  'server budget': {
    name: '额度',
    description: '限制朗读的字符数',
    options: {
      'server-day': { name: '服务器每天', description: '所有人合计每天的字符数' },
      'server-month': { name: '服务器每月', description: '所有人合计每月的字符数' },
      'member-day': { name: '成员每天', description: '每位成员每天的字符数' },
      'member-month': { name: '成员每月', description: '每位成员每月的字符数' },
      'when-spent': {
        name: '用完时',
        description: '额度用完后怎么办',
        choices: { local: '改用本地声音继续', stop: '停止并提示' },
      },
    },
  },
  'server show': { name: '查看', description: '查看本服务器的所有设置' },
  'server reset': {
    name: '重置',
    description: '重置本服务器的设置',
    options: {
      setting: {
        name: '项目',
        description: '重置哪一项',
        choices: {
          voice: '声音',
          style: '风格',
          language: '语言',
          engine: '语音服务',
          limits: '限制',
          announce: '播报',
          reading: '朗读哪些消息',
          text: '消息怎样变成话',
          roles: '身份组',
          budget: '额度',
          all: '这里的全部设置',
        },
      },
    },
  },
  'server panel': { name: '面板', description: '点按钮更改最常用的设置' },

  channel: { name: '频道', description: '单个频道的声音设置' },
  'channel voice': {
    name: '声音',
    description: '某个频道里，没有自选声音的成员的默认声音',
    options: { voice, channel },
  },
  'channel style': {
    name: '风格',
    description: '某个频道里，没有自选风格的成员的默认风格',
    options: { style, channel },
  },
  'channel language': { name: '语言', description: '某个频道里消息的语言', options: { language, channel } },
  'channel reset': { name: '重置', description: '让频道恢复使用服务器的设置', options: { channel } },

  words: { name: '词典', description: '词语怎么读' },
  'words add': {
    name: '添加',
    description: '更改一个词的读法',
    options: {
      written: { name: '原文', description: '词语的写法' },
      spoken: { name: '读作', description: '改读成什么；不填则不读' },
      for: whose,
      regex: { name: '正则', description: '原文是正则表达式（RE2）' },
      'whole-word': { name: '整词', description: '只匹配整个单词；不填则为是' },
      'match-case': { name: '区分大小写', description: '区分大小写' },
    },
  },
  'words test': {
    name: '测试',
    description: '看看一段文字会读成什么，以及为什么',
    options: { text: { name: '文本', description: '想测试的文字' } },
  },
  'words remove': {
    name: '删除',
    description: '从词典里删除一个词',
    options: { written: { name: '原文', description: '词语的写法' }, for: whose },
  },
  'words list': { name: '列表', description: '查看词典', options: { for: whose } },
  'words import': {
    name: '导入',
    description: '从文件添加词语',
    options: {
      file: { name: '文件', description: 'CSV 或 JSON 文件，格式同 /words export；最大 256 KiB' },
      for: whose,
      replace: { name: '替换', description: '删除其他所有词语' },
    },
  },
  'words export': {
    name: '导出',
    description: '把词典导出为文件',
    options: {
      format: { name: '格式', description: '文件格式', choices: { csv: 'CSV（用于电子表格）', json: 'JSON' } },
      for: whose,
    },
  },

  nickname: { name: '称呼', description: '我怎么称呼你' },
  'nickname set': {
    name: '设置',
    description: '选择我在你的消息前报的名字',
    options: { name: { name: '名字', description: '读出来的名字' } },
  },
  'nickname reset': { name: '重置', description: '恢复成你在本服务器的名字' },

  optout: { name: '别读我', description: '不让我的消息被朗读' },
  'optout here': { name: '本服务器', description: '在本服务器不再朗读我的消息' },
  'optout everywhere': { name: '所有服务器', description: '在任何服务器都不再朗读我的消息' },
  'optout off': { name: '取消', description: '重新朗读我的消息' },

  mydata: { name: '我的数据', description: '我保存的关于你的数据' },
  'mydata export': { name: '导出', description: '把我保存的关于你的数据导出为文件' },
  'mydata delete': { name: '删除', description: '删除我保存的关于你的所有数据' },

  privacy: { name: '隐私', description: '我保存什么、保存多久、文字会发到哪里' },
}
