import type { CommandTexts } from '../../catalogue.ts'
import { readingCommands } from './reading.ts'
import { settingCommands } from './setting-commands.ts'

export const commands: CommandTexts = {
  join: { name: '参加', description: 'あなたのボイスチャンネルに参加します' },
  leave: { name: '退出', description: 'ボイスチャンネルから退出します' },
  say: {
    name: '話す',
    description: 'あなたのボイスチャンネルで文章を声に出します',
    options: {
      text: { name: '内容', description: '話す内容' },
      voice: { name: '声', description: 'どの声で話すか。名前・言語・声の種類を入力すると探せます' },
      style: { name: '話し方', description: '話し方を自由な言葉で。例：ささやき声で、スポーツ実況のように…' },
      language: { name: '言語', description: '文章の言語。省略すると自動で判別します' },
    },
  },
  skip: { name: 'スキップ', description: '今のメッセージをスキップします' },
  stop: { name: '停止', description: '話すのをやめて、順番待ちをすべて取り消します' },
  doctor: { name: '診断', description: 'ここで正しく動くか確認し、問題があれば対処法を伝えます' },
  setup: { name: '初期設定', description: '順番に設定します：声、チャンネル、読み上げる相手、アナウンス' },
  help: { name: 'ヘルプ', description: 'できることと使い方' },
  ...settingCommands,
  ...readingCommands,
}
