import type { DoctorTexts } from '../../doctor.ts'
import { number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'このサーバーの診断：',
  placeOk: (channel) => `${channel}に参加して話せます。`,
  noPlace: () =>
    'あなたがボイスチャンネルにいないので、チャンネルを確認できませんでした。参加してからもう一度試してください。',
  onStage: (channel) =>
    `${channel}はステージチャンネルです。モデレーターにスピーカーとして招待してもらうか、*メンバーをミュート*の権限が必要です。`,
  cannotWrite: (channel) =>
    `${channel}に書き込めません。問題をお知らせできるように、*メッセージを送信*の権限を付けてください。`,
  libraries: (encryption, opus) =>
    `エンドツーエンド暗号化（${encryption}）とOpusエンコーダー（${opus}）はインストール済みです。`,
  noEncryption: () =>
    'エンドツーエンド暗号化のライブラリがありません。`npm ci`でLectorをインストールし直してください。',
  gateway: (ms) => `Discordの応答は${number(ms)}ミリ秒です。`,
  voice: (ms, encrypted) =>
    `音声は接続済みです（${number(ms)}ミリ秒、${encrypted ? 'エンドツーエンド暗号化あり' : 'エンドツーエンド暗号化なし'}）。`,
  voiceUntested: () =>
    '音声（UDP）はボイスチャンネルにいるときだけ確認できます。`/join`のあと、もう一度試してください。',
  speech: (engine, ms, place) => `${engine}は正常です。最初の音まで${number(ms)}ミリ秒です（${place}）。`,
  speechFailed: (engine, sentence) => `${engine}が動いていません。${sentence}`,
  database: (kind, ms) => `設定は${kind === 'sqlite' ? 'ファイル' : 'Postgres'}に保存されます（${number(ms)}ミリ秒）。`,
  databaseFailed: () => '設定を読み込めません。ディスクの空きとデータベースの接続を確認してください。',
  budget: (used, cap) => `このサーバーは今日、${number(used)}文字を使いました（上限${number(cap)}文字）。`,
  noBudget: (used) => `このサーバーは今日、${number(used)}文字を使いました（上限なし）。`,
  clockWrong: (seconds, isFast) =>
    `このBotのマシンの時計が${number(seconds)}秒${isFast ? '進んで' : '遅れて'}います。補正していますが、Botの運営者は時刻同期（NTP）を有効にしてください。`,
}
