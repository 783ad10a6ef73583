import type { DoctorTexts } from '../../doctor.ts'
import { number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: '我在这里的状态：',
  placeOk: (channel) => `我可以进入 ${channel} 并在那里说话。`,
  noPlace: () => '你不在语音频道里，所以我没法检查频道。请先加入一个，再试一次。',
  onStage: (channel) => `${channel} 是讲堂频道：需要管理员让我发言，或者给我 *将成员静音* 权限。`,
  cannotWrite: (channel) => `我不能在 ${channel} 发消息，出问题时就没法在那里告诉你。`,
  libraries: (encryption, opus) => `端到端加密（${encryption}）和 Opus 编码器（${opus}）都已就绪。`,
  noEncryption: () => '缺少端到端加密库。请用 `npm ci` 重新安装 Lector。',
  gateway: (ms) => `Discord 的响应时间为 ${number(ms)} 毫秒。`,
  voice: (ms, encrypted) =>
    `语音已连接（${number(ms)} 毫秒），${encrypted ? '已启用端到端加密' : '未启用端到端加密'}。`,
  voiceUntested: () => '语音（UDP）是否畅通，要等我进入语音频道才知道：先用 `/join`，再检查一次。',
  speech: (engine, ms, place) => `${engine} 可以说话，${number(ms)} 毫秒后发出第一个声音（${place}）。`,
  speechFailed: (engine, sentence) => `${engine} 无法说话。${sentence}`,
  database: (kind, ms) => `设置可以保存（${kind === 'sqlite' ? '存于文件' : '存于 Postgres'}，${number(ms)} 毫秒）。`,
  databaseFailed: () => '无法读取设置。是磁盘满了，还是数据库断开了？',
  budget: (used, cap) => `本服务器今天已使用 ${number(used)} 个字符，上限为 ${number(cap)} 个。`,
  noBudget: (used) => `本服务器今天已使用 ${number(used)} 个字符，没有上限。`,
}
