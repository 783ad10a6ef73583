import type { DoctorTexts } from '../../doctor.ts'
import { number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'ここでの状態：',
  placeOk: (channel) => `${channel}に参加して話せます。`,
  noPlace: () =>
    'あなたがボイスチャンネルにいないので、チャンネルを確認できませんでした。参加してからもう一度試してください。',
  onStage: (channel) =>
    `${channel}はステージチャンネルです。モデレーターが発言を許可するか、*メンバーをミュート*の権限を付ける必要があります。`,
  cannotWrite: (channel) => `${channel}に書き込めないので、問題が起きてもそこではお知らせできません。`,
  libraries: (encryption, opus) =>
    `エンドツーエンド暗号化（${encryption}）とOpusエンコーダー（${opus}）がそろっています。`,
  noEncryption: () =>
    'エンドツーエンド暗号化のライブラリがありません。`npm ci`でLectorをインストールし直してください。',
  gateway: (ms) => `Discordの応答は${number(ms)}ミリ秒です。`,
  voice: (ms, encrypted) =>
    `音声は接続済みです（${number(ms)}ミリ秒、${encrypted ? 'エンドツーエンド暗号化あり' : 'エンドツーエンド暗号化なし'}）。`,
  voiceUntested: () =>
    '音声（UDP）が通るかどうかは、ボイスチャンネルに入るとわかります。`/join`のあと、もう一度試してください。',
  speech: (engine, ms, place) => `${engine}は話せます。最初の音まで${number(ms)}ミリ秒です（${place}）。`,
  speechFailed: (engine, sentence) => `${engine}は話せません。${sentence}`,
  database: (kind, ms) => `設定は保存されます（${kind === 'sqlite' ? 'ファイル' : 'Postgres'}、${number(ms)}ミリ秒）。`,
  databaseFailed: () => '設定を読み込めません。ディスクがいっぱいか、データベースにつながらないのかもしれません。',
  budget: (used, cap) => `このサーバーは今日、${number(used)}文字を使いました（上限${number(cap)}文字）。`,
  noBudget: (used) => `このサーバーは今日、${number(used)}文字を使いました。上限はありません。`,
}
