import type { ErrorTexts } from '../../catalogue.ts'
import { choice } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { number } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('zh')
const named = (setting: string) => settingName(settings.names, setting)

const askHost = '请告诉这个机器人的运营者。'
const askServer = '如需更多，请联系本服务器的管理者。'

const permissions = {
  ViewChannel: '查看频道',
  Connect: '连接',
  Speak: '说话',
  ReadMessageHistory: '读取消息历史记录',
  ManageGuild: '管理服务器',
} as const

const budgets = {
  'bot-month': (cap: number) => `这个机器人本月的 ${number(cap)} 个字符的朗读额度已经用完。`,
  'bot-day': (cap: number) => `这个机器人今天的 ${number(cap)} 个字符的朗读额度已经用完。`,
  'server-month': (cap: number) => `本服务器本月的 ${number(cap)} 个字符的朗读额度已经用完。`,
  'server-day': (cap: number) => `本服务器今天的 ${number(cap)} 个字符的朗读额度已经用完。`,
  'member-month': (cap: number) => `你本月的 ${number(cap)} 个字符的朗读额度已经用完。`,
  'member-day': (cap: number) => `你今天的 ${number(cap)} 个字符的朗读额度已经用完。`,
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `语音服务不接受当前的密钥。${askHost}`,
  'speech.access': ({ model }) => `语音服务不允许这个密钥使用 ${model} 模型。${askHost}`,
  'speech.quota': () => `语音服务的用量额度已经用完。${askHost}`,
  'speech.billing': () => `语音服务的账户状态异常（例如欠费）。${askHost}`,
  'speech.blocked': () => '语音服务因内容原因拒绝了这段文字。请换个说法。',
  'speech.model-gone': ({ model }) => `语音模型 ${model} 已不存在。${askHost}`,
  'speech.voice-unknown': ({ voice }) => `没有名为 ${voice} 的声音。请从输入时弹出的列表中选择。`,
  'speech.text-too-long': ({ limit }) => `对语音服务来说太长了：一次最多 ${number(limit)} 个字符。`,
  'speech.style-too-long': ({ limit }) => `风格描述太长了：最多约 ${number(limit)} 个词。请缩短一些。`,
  'speech.unpronounceable': () =>
    '本地声音只能朗读拉丁字母的文字。要朗读其他语言，需要机器人的运营者添加语音服务的密钥。',
  'speech.bad-request': () => `语音服务无法理解这个请求。${askHost}`,
  'speech.rate-limited': () => '语音服务正忙。请过一分钟再试。',
  'speech.server': () => '语音服务自身出了问题。请稍后再试。',
  'speech.network': () => '无法连接到语音服务。请稍后再试。',
  'speech.timeout': () => '语音服务没有及时响应。请稍后再试。',
  'speech.cut': () => '语音服务中途断开，结尾可能缺失。请再试一次。',
  'speech.malformed': () => '语音服务返回的内容不是语音。请稍后再试。',
  'speech.budget': ({ scope, cap }) => `${budgets[scope](cap)}${scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => '这段文字里没有可以说的内容。请写点什么。',
  'text.too-long': ({ length, limit }) =>
    `这段文字有 ${number(length)} 个字符，一次最多能说 ${number(limit)} 个。请缩短一些。`,

  'voice.caller-not-in-channel': () => '请先加入一个语音频道再试：你在哪里，我就在哪里说话。',
  'voice.caller-silenced': () =>
    '我在这里不能替你说话：本服务器不希望朗读你的消息，或者管理员在语音中将你静音了。请询问管理服务器的人。',
  'voice.not-connected': () => '我不在任何语音频道里。用 `/join` 叫我到你的频道。',
  'voice.missing-permission': ({ permission, channel }) =>
    `我需要在 **${channel}** 拥有 **${permissions[permission]}** 权限。服务器管理者可以在频道设置里授予我。`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** 已满（${number(limit)} 人）。请腾出位置，或换一个频道。`,
  'voice.timed-out-member': () => '我在本服务器被禁言了，无法说话。管理员可以解除禁言。',
  'voice.join-failed': ({ channel }) => `我无法连接到 **${channel}**。请稍后再试。`,
  'voice.queue-full': ({ limit }) => `已有 ${number(limit)} 条消息在等待。请等读完几条再试，或使用 \`/stop\`。`,
  'voice.nothing-playing': () => '现在没有在说任何内容。',
  'voice.busy-elsewhere': ({ channel }) => `我正在 **${channel}** 为大家朗读。请加入那里，或先在那里使用 \`/leave\`。`,
  'voice.too-busy': () => '我现在同时在很多服务器说话，再多一个大家都会听到卡顿。请稍后再试。',

  'settings.value-out-of-range': ({ setting, min, max }) =>
    `**${named(setting)}** 必须在 ${number(min)} 到 ${number(max)} 之间。`,
  'settings.value-not-allowed': ({ setting }) => `**${named(setting)}** 不能设为这个值。`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `没有名为 ${voice} 的声音。你是不是想用 ${oneOf(nearest)}？`
      : `没有名为 ${voice} 的声音。请从输入时弹出的列表中选择。`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `${model} 模型没有 ${voice} 这个声音。可以改用 ${oneOf(models)} 模型。`
      : `${model} 模型没有 ${voice} 这个声音。请换一个声音。`,
  'settings.unknown-preset': ({ name }) => `本服务器没有名为 ${name} 的风格。用 \`/style list\` 查看全部风格。`,
  'settings.too-many': ({ setting, limit }) =>
    `**${named(setting)}** 列表已满：最多 ${number(limit)} 个。请先删除一个。`,
  'settings.bad-pattern': () => '这个匹配规则不能用。不支持环视和反向引用，请换一个简单些的。',
  'settings.patterns-too-large': () =>
    '这个列表里的匹配规则合起来太复杂了。请用 `/words remove` 删除一个，或把它们改简单些。',
  'settings.bad-file': ({ line }) => `文件的第 ${number(line)} 行无法读取。请改正后再试；没有任何改动。`,
  'settings.not-saved': () => '没能保存，所以没有任何改动。请稍后再试。',
  'settings.not-read': () => '我现在读不到设置。请稍后再试。',
  'settings.not-migrated': () => `我的设置无法升级到新版本。${askHost}`,

  'app.stopping': () => '我正在重启。请过一分钟再试。',
  'app.not-allowed': ({ permission }) => `只有拥有 **${permissions[permission]}** 权限的人才能在这里这样做。`,
  'app.file-too-large': ({ limit }) => `文件太大：最大 ${number(limit)} KiB。`,
  'app.file-not-read': () => '我无法读取这个文件。它必须是文本文件，请重新上传。',
  'app.unexpected': ({ id }) => `出现了不该出现的错误。${askHost}在日志里可以用编号 ${id} 找到它。`,
}
