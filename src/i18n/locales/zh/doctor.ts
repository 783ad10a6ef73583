import type { DoctorTexts } from '../../doctor.ts'
import { number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: '本服务器的诊断结果：',
  placeOk: (channel) => `我可以进入 ${channel} 并在那里说话。`,
  noPlace: () => '你不在语音频道里，所以我没法检查频道。请先加入一个，再试一次。',
  onStage: (channel) => `${channel} 是讲堂频道：需要管理员邀请我发言，或者给我 *将成员静音* 权限。`,
  cannotWrite: (channel) => `我不能在 ${channel} 发消息。请在那里给我 *发送消息* 权限，出问题时我才能告诉你。`,
  libraries: (encryption, opus) => `端到端加密（${encryption}）和 Opus 编码器（${opus}）都已安装。`,
  noEncryption: () => '缺少端到端加密库。请用 `npm ci` 重新安装 Lector。',
  gateway: (ms) => `Discord 的响应时间为 ${number(ms)} 毫秒。`,
  voice: (ms, encrypted) =>
    `语音已连接（${number(ms)} 毫秒），${encrypted ? '已启用端到端加密' : '未启用端到端加密'}。`,
  voiceUntested: () => '我在语音频道里才能检测语音（UDP）：先用 `/join`，再检查一次。',
  speech: (engine, ms, place) => `${engine} 正常，${number(ms)} 毫秒后开始出声（${place}）。`,
  speechFailed: (engine, sentence) => `${engine} 无法工作。${sentence}`,
  database: (kind, ms) => `设置保存在${kind === 'sqlite' ? '文件' : ' Postgres '}中（${number(ms)} 毫秒）。`,
  databaseFailed: () => '我读不到设置。请检查磁盘空间和数据库连接。',
  budget: (used, cap) => `本服务器今天已使用 ${number(used)} 个字符，上限为 ${number(cap)} 个。`,
  noBudget: (used) => `本服务器今天已使用 ${number(used)} 个字符（无上限）。`,
  clockWrong: (seconds, isFast) =>
    `我所在机器的时钟${isFast ? '快' : '慢'}了 ${number(seconds)} 秒。我会自动修正，但运行这个机器人的人应当开启时间同步（NTP）。`,
}
