import type { ErrorTexts } from '../../catalogue.ts'
import { choice, measured } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { number } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('zh')
const most = measured({
  number,
  characters: (n: number) => `${number(n)} 个字符`,
  seconds: (n: number) => `${number(n)} 秒`,
})
const named = (setting: string) => settingName(settings.names, setting)

const askHost = '请告诉这个机器人的运营者。'
const askServer = '服务器管理者可以提高上限。'

const permissions = {
  ViewChannel: '查看频道',
  Connect: '连接',
  Speak: '说话',
  ReadMessageHistory: '读取消息历史记录',
  ManageGuild: '管理服务器',
} as const

const budgets = {
  'bot-month': (cap: number) => `这个机器人本月的朗读额度（${number(cap)} 个字符）已经用完，每月 1 日重置。`,
  'bot-day': (cap: number) => `这个机器人今天的朗读额度（${number(cap)} 个字符）已经用完，00:00 UTC 重置。`,
  'server-month': (cap: number) => `本服务器本月的朗读额度（${number(cap)} 个字符）已经用完，每月 1 日重置。`,
  'server-day': (cap: number) => `本服务器今天的朗读额度（${number(cap)} 个字符）已经用完，00:00 UTC 重置。`,
  'member-month': (cap: number) => `你本月的朗读额度（${number(cap)} 个字符）已经用完，每月 1 日重置。`,
  'member-day': (cap: number) => `你今天的朗读额度（${number(cap)} 个字符）已经用完，00:00 UTC 重置。`,
  'member-hour': (cap: number) => `你这一小时的朗读额度（${number(cap)} 个字符）已经用完，请稍等一会儿。`,
} as const

const patterns = {
  syntax: '这个匹配规则不能用：里面有错误，比如括号没有闭合。',
  unsupported: '这个匹配规则不能用。不支持环视和反向引用，请换一个简单些的。',
  'too-large': '这个匹配规则不能用：太复杂了，请改短些。',
  empty: '这个匹配规则不能用：它连空白文字也会匹配。请至少要求一个字。',
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `语音服务拒绝了 API 密钥。${askHost}`,
  'speech.access': ({ model }) => `这个 API 密钥无权使用语音模型 ${model}。${askHost}`,
  'speech.quota': () => `语音服务的用量额度已经用完。${askHost}`,
  'speech.billing': () => `语音服务的付费出了问题。${askHost}`,
  'speech.blocked': () => '语音服务因内容原因拒绝了这段文字。请换个说法。',
  'speech.model-gone': ({ model }) => `语音模型 ${model} 不可用（名称有误或已下线）。${askHost}`,
  'speech.voice-unknown': ({ voice }) => `没有名为 ${voice} 的声音。请从输入时弹出的列表中选择。`,
  'speech.text-too-long': ({ limit }) => `语音服务一次最多只能读 ${number(limit)} 个字符。请缩短一些。`,
  'speech.style-too-long': ({ limit }) => `风格描述太长了，最多约 ${number(limit)} 个词。请缩短一些。`,
  'speech.unpronounceable': () =>
    '本地声音只能朗读拉丁字母的文字。要朗读其他语言，需要机器人的运营者添加语音服务的密钥。',
  'speech.bad-request': () => `语音服务拒绝了这个请求（无效请求）。${askHost}`,
  'speech.rate-limited': () => '语音服务正忙。请过一分钟再试。',
  'speech.server': () => '语音服务出了问题。请稍后再试。',
  'speech.network': () => '我连不上语音服务。请稍后再试。',
  'speech.timeout': () => '语音服务太久没有响应。请稍后再试。',
  'speech.cut': () => '语音服务提前断开，结尾可能缺了。请再试一次。',
  'speech.malformed': () => '语音服务返回的不是音频。请稍后再试。',
  'speech.budget': ({ scope, cap, byHost }) =>
    `${budgets[scope](cap)}${byHost || scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => '这段文字里没有我能读的内容。请写点什么。',
  'text.too-long': ({ length, limit }) =>
    `这段文字有 ${number(length)} 个字符，上限是 ${number(limit)} 个。请缩短一些。`,

  'voice.caller-not-in-channel': () => '请先加入一个语音频道，再试一次。',
  'voice.caller-silenced': () =>
    '我在这里不能替你说话：本服务器把你排除在朗读之外，或者管理员将你静音了。请问问管理员。',
  'voice.not-connected': () => '我不在任何语音频道里。用 `/join` 叫我到你的频道。',
  'voice.missing-permission': ({ permission, channel }) =>
    `我需要在 **${channel}** 拥有 **${permissions[permission]}** 权限。服务器管理者可以在频道设置里授予我。`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** 已满（${number(limit)} 人）。请腾出位置，或换一个频道。`,
  'voice.timed-out-member': () => '我在本服务器被禁言了，无法说话。管理员可以解除禁言。',
  'voice.join-failed': ({ channel }) => `我无法连接到 **${channel}**。请稍后再试。`,
  'voice.udp-blocked': ({ address }) =>
    `发往 ${address} 的 UDP 没有回应，所以大家听不到我：可能被防火墙或 NAT 挡住了。我会继续尝试。`,
  'voice.not-in-my-channel': ({ channel }) =>
    `我正在为 **${channel}** 里的人朗读。请加入那里再操作，或请管理服务器的人帮忙。`,
  'voice.turn-over': () => '有其他人在等，所以我在一分钟后停下了你的内容。',
  'voice.queue-full': ({ limit }) => `已有 ${number(limit)} 条消息在等待。请等少一些再试，或使用 \`/stop\`。`,
  'voice.nothing-playing': () => '现在没有在朗读。',
  'voice.busy-elsewhere': ({ channel }) => `我正在 **${channel}** 朗读。请加入那里，或先在那里使用 \`/leave\`。`,
  'voice.too-busy': () => '我现在同时在太多服务器说话，再多一个大家都会卡顿。请稍后再试。',

  'settings.value-out-of-range': ({ setting, min, max, unit }) =>
    `**${named(setting)}** 必须在 ${number(min)} 到 ${most(max, unit)} 之间。`,
  'settings.value-not-allowed': ({ setting, value }) =>
    value === undefined
      ? `**${named(setting)}** 不能设为这个值。`
      : `**${named(setting)}** 不能设为“${value}”。请从列表中选择。`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `没有名为 ${voice} 的声音。你是不是想用 ${oneOf(nearest)}？`
      : `没有名为 ${voice} 的声音。请从输入时弹出的列表中选择。`,
  'settings.engine-not-configured': ({ engine, variable }) =>
    `这个机器人没有配置语音服务 ${engine}。运行它的人需要设置 \`${variable}\`。`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `${model} 模型没有 ${voice} 这个声音。可以改用 ${oneOf(models)} 模型。`
      : `${model} 模型没有 ${voice} 这个声音。请换一个声音。`,
  'settings.unknown-preset': ({ name }) => `本服务器没有名为 ${name} 的风格。用 \`/style list\` 查看全部风格。`,
  'settings.too-many': ({ setting, limit }) =>
    `**${named(setting)}** 列表已满（最多 ${number(limit)} 个）。请先删除一个。`,
  'settings.bad-pattern': ({ reason }) => patterns[reason],
  'settings.patterns-too-large': () =>
    '这个列表里的匹配规则合起来太复杂了。请用 `/words remove` 删除一个，或把它们改简单些。',
  'settings.bad-file': ({ line }) =>
    `文件的第 ${number(line)} 行无法读取，所以没有任何改动。请改正后再试。用 \`/words export\` 可以得到一个例子。`,
  'settings.not-saved': () => '没能保存，所以没有任何改动。请稍后再试。',
  'settings.not-read': () => '我现在读不到设置。请稍后再试。',
  'settings.not-migrated': () => `我的设置数据库更新失败。${askHost}`,

  'app.not-ready': () => '我在这里还在启动中。请稍后再试。',
  'app.stopping': () => '我正在重启。请过一分钟再试。',
  'app.not-allowed': ({ permission }) => `在这里这样做需要 **${permissions[permission]}** 权限。`,
  'app.file-too-large': ({ limit }) => `文件太大（最大 ${number(limit)} KiB）。`,
  'app.file-not-read': () => '我读不了这个文件。请确认它是文本文件，再重新上传。',
  'app.unexpected': ({ id }) => `我这边出了错。${askHost}详情在日志里，编号 ${id}。`,
}
