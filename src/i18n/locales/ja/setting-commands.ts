import type { SettingCommandTexts } from '../../setting-commands.ts'

const voice = { name: '声', description: '名前・言語・声の種類を入力すると探せます' }
const style = { name: '話し方', description: '一覧から選ぶか、自由な言葉で。例：ささやき声で、スポーツ実況のように…' }
const language = { name: '言語', description: '文章の言語' }
const channel = { name: 'チャンネル', description: 'どのチャンネルか。省略するとこのチャンネル' }
const whose = { name: '対象', description: '誰の辞書か', choices: { me: '自分の辞書', server: 'サーバーの辞書' } }

export const settingCommands: SettingCommandTexts = {
  voice: { name: '声', description: 'このサーバーでのあなたの声' },
  'voice set': { name: '設定', description: 'あなたの声を選びます', options: { voice } },
  'voice style': { name: '話し方', description: 'あなたの声の話し方を選びます', options: { style } },
  'voice language': { name: '言語', description: 'あなたが書く言語を選びます', options: { language } },
  'voice speed': {
    name: '速さ',
    description: 'あなたの声の速さを選びます',
    options: { speed: { name: '速さ', description: '0.5で普段の半分、2で普段の2倍の速さ' } },
  },
  'voice time-zone': {
    name: 'タイムゾーン',
    description: '自分が書く時刻のタイムゾーンを選びます',
    options: { zone: { name: '地域', description: '都市名を入力: Tokyo、London、New York' } },
  },
  'voice show': { name: '表示', description: 'あなたの声の設定と、それがどこで決まったかを表示します' },
  'voice reset': {
    name: 'リセット',
    description: 'あなたの声の設定をリセットします',
    options: {
      setting: {
        name: '項目',
        description: 'どれを戻すか。省略するとすべて',
        choices: { voice: '声', style: '話し方', language: '言語', speed: '速さ', 'time-zone': 'タイムゾーン' },
      },
    },
  },
  'voice preview': { name: '試聴', description: '声を聞いてみます', options: { voice, style } },
  'voice list': { name: '一覧', description: 'すべての声を見ます' },

  style: { name: '話し方', description: '声の話し方' },
  'style use': { name: '使う', description: 'あなたの声の話し方を選びます', options: { style } },
  'style list': { name: '一覧', description: 'すべての話し方を表示します' },
  'style add': {
    name: '追加',
    description: '話し方に名前を付けて、このサーバーのみんなのために保存します',
    options: {
      name: { name: '名前', description: '短い名前' },
      style: { name: '話し方', description: 'どう話すかを、英語か中国語の普通の言葉で' },
    },
  },
  'style remove': {
    name: '削除',
    description: 'このサーバーの話し方を削除します',
    options: { name: { name: '名前', description: '話し方の名前' } },
  },

  server: { name: 'サーバー', description: 'このサーバーの設定' },
  'server voice': { name: '声', description: '声を選んでいない人のデフォルトの声', options: { voice } },
  'server style': { name: '話し方', description: '話し方を選んでいない人のデフォルトの話し方', options: { style } },
  'server language': { name: '言語', description: 'このサーバーのメッセージの言語', options: { language } },
  'server engine': {
    name: 'エンジン',
    description: '音声サービスとモデル',
    options: {
      engine: { name: 'サービス', description: '音声サービス' },
      model: { name: 'モデル', description: '音声サービスのモデル' },
    },
  },
  'server limits': {
    name: '上限',
    description: 'どれだけ、どの速さで読み上げるか',
    options: {
      'max-length': { name: '長さ', description: '読み上げるメッセージの最大の長さ、1～2000文字' },
      queue: { name: '順番待ち', description: '順番待ちできるメッセージの件数、1～200' },
      'queue-per-member': { name: '一人の順番待ち', description: 'メンバー一人あたりの順番待ちの件数、1～50' },
      'per-minute': { name: '毎分', description: 'メンバー一人の1分あたりのメッセージ数、1～120' },
      'everybody-per-minute': { name: '全員毎分', description: '全員合計の1分あたりのメッセージ数、1～600' },
      interrupting: {
        name: '中断',
        description: '他の人のメッセージをスキップ・停止できる人',
        choices: { everyone: 'チャンネルの全員', vote: '投票（半数の賛成）', managers: '管理者のみ' },
      },
      'alone-after': {
        name: '退出まで',
        description: '誰もいなくなってから退出するまでの秒数、86400まで。0なら退出しません',
      },
      speed: { name: '速さ', description: '速さを選んでいない人のデフォルトの速さ、0.5～2' },
      volume: { name: '音量', description: '音量、0～2' },
    },
  },
  'server announce': {
    name: 'アナウンス',
    description: 'メッセージの合間に話すこと',
    options: {
      names: {
        name: '名前',
        description: 'メッセージの前に名前を言うタイミング',
        choices: { never: '言わない', change: '書く人が変わったとき', always: '毎回' },
      },
      language: { name: '言語', description: 'アナウンスの言語' },
      joins: { name: '参加', description: '参加をアナウンスする' },
      leaves: { name: '退出', description: '退出をアナウンスする' },
    },
  },
  'server reading': {
    name: '読み上げ',
    description: 'どのメッセージを読み上げるか',
    options: {
      bots: { name: 'bot', description: 'Botのメッセージを読み上げる' },
      webhooks: { name: 'ウェブフック', description: 'ウェブフックのメッセージを読み上げる' },
      embeds: {
        name: '埋め込み',
        description: '埋め込みをどこまで読むか',
        choices: { off: '読まない', title: 'タイトルだけ', text: 'タイトルと本文', all: 'すべて' },
      },
      'mark-repeats': { name: '繰り返し', description: '繰り返しとして省いたメッセージにリアクションを付ける' },
      'only-in-voice': { name: '通話中のみ', description: 'ボイスチャンネルにいるメンバーだけ読み上げる' },
      'auto-join': { name: '自動参加', description: '最初のメンバーがボイスチャンネルに入ったら参加する' },
      'ignore-prefix': { name: '除外プレフィックス', description: 'これで始まるメッセージをスキップする' },
      'require-prefix': { name: '必須プレフィックス', description: 'これで始まるメッセージだけを読み上げる' },
    },
  },
  'server text': {
    name: '文章',
    description: 'メッセージをどう言葉にするか',
    options: {
      shorthand: { name: '略語', description: '略語をひらいて読む（kwsk は「詳しく」）' },
      emoji: {
        name: '絵文字',
        description: '絵文字や顔文字の読み方',
        choices: { names: '名前で読む', count: '個数だけ', silent: '読まない' },
      },
      'time-zone': { name: 'タイムゾーン', description: '時刻のタイムゾーン。都市名を入力してください' },
    },
  },
  'server roles': {
    name: 'ロール',
    description: 'ロールごとに、誰のメッセージを読み上げるか',
    options: {
      role: { name: 'ロール', description: '対象のロール' },
      rule: {
        name: 'ルール',
        description: 'このロールの人をどうするか',
        choices: { required: 'この人たちだけ読み上げる', ignored: '読み上げない', none: 'ルールなし' },
      },
    },
  },
  'server budget': {
    name: '読み上げ枠',
    description: '読み上げる文字数を制限します',
    options: {
      'server-day': { name: 'サーバー日', description: '全員合計、1日あたり' },
      'server-month': { name: 'サーバー月', description: '全員合計、1か月あたり' },
      'member-day': { name: 'メンバー日', description: 'メンバー一人、1日あたり' },
      'member-month': { name: 'メンバー月', description: 'メンバー一人、1か月あたり' },
      'when-spent': {
        name: '使い切ったら',
        description: '枠を使い切ったときの動作',
        choices: { local: 'ローカル音声で続ける', stop: '止めて知らせる' },
      },
    },
  },
  'server show': { name: '表示', description: 'このサーバーの設定をすべて表示します' },
  'server reset': {
    name: 'リセット',
    description: 'このサーバーの設定をリセットします',
    options: {
      setting: {
        name: '項目',
        description: 'どれを戻すか',
        choices: {
          voice: '声',
          style: '話し方',
          language: '言語',
          engine: '音声サービス',
          limits: '上限',
          announce: 'アナウンス',
          reading: '読み上げるメッセージ',
          text: 'メッセージをどう言葉にするか',
          roles: 'ロール',
          budget: '読み上げ枠',
          all: 'ここのすべて',
        },
      },
    },
  },
  'server panel': { name: 'パネル', description: 'よく使う設定をボタンで変えます' },

  channel: { name: 'チャンネル', description: 'チャンネルごとの声の設定' },
  'channel voice': {
    name: '声',
    description: 'チャンネルごとの、声を選んでいない人のデフォルト',
    options: { voice, channel },
  },
  'channel style': {
    name: '話し方',
    description: 'チャンネルごとの、話し方を選んでいない人のデフォルト',
    options: { style, channel },
  },
  'channel language': { name: '言語', description: 'チャンネルのメッセージの言語', options: { language, channel } },
  'channel reset': { name: 'リセット', description: 'チャンネルをサーバーの設定に戻します', options: { channel } },

  words: { name: '辞書', description: '言葉の読み方' },
  'words add': {
    name: '追加',
    description: '言葉の読み方を変えます',
    options: {
      written: { name: '表記', description: '書かれているとおりの言葉' },
      spoken: { name: '読み', description: '代わりの読み方。省略すると読みません' },
      for: whose,
      regex: { name: '正規表現', description: '表記を正規表現（RE2）として扱う' },
      'whole-word': { name: '単語全体', description: '単語全体だけに一致。省略すると「はい」' },
      'match-case': { name: '大文字小文字', description: '大文字と小文字を区別する' },
    },
  },
  'words test': {
    name: 'テスト',
    description: '文章がどう読まれるか、その理由も表示します',
    options: { text: { name: '文章', description: '読ませたい文章' } },
  },
  'words remove': {
    name: '削除',
    description: '辞書から言葉を削除します',
    options: { written: { name: '表記', description: '書かれているとおりの言葉' }, for: whose },
  },
  'words list': { name: '一覧', description: '辞書を表示します', options: { for: whose } },
  'words import': {
    name: '読み込み',
    description: 'ファイルから言葉を追加します',
    options: {
      file: { name: 'ファイル', description: '/words exportと同じ形式のCSVかJSON、256 KiBまで' },
      for: whose,
      replace: { name: '置き換え', description: 'ほかの言葉をすべて削除する' },
    },
  },
  'words export': {
    name: '書き出し',
    description: '辞書をファイルで受け取ります',
    options: {
      format: { name: '形式', description: 'ファイル形式', choices: { csv: 'CSV（表計算ソフト用）', json: 'JSON' } },
      for: whose,
    },
  },

  nickname: { name: '呼び名', description: 'あなたをどう呼ぶか' },
  'nickname set': {
    name: '設定',
    description: 'メッセージの前に言う名前を選びます',
    options: { name: { name: '名前', description: '読み上げるとおりの名前' } },
  },
  'nickname reset': { name: 'リセット', description: 'このサーバーでの名前に戻します' },

  optout: { name: '読み上げ拒否', description: '自分のメッセージを読み上げないようにします' },
  'optout here': { name: 'このサーバー', description: 'このサーバーで自分のメッセージを読み上げません' },
  'optout everywhere': { name: 'すべてのサーバー', description: 'どのサーバーでも自分のメッセージを読み上げません' },
  'optout off': { name: '解除', description: 'また自分のメッセージを読み上げます' },

  mydata: { name: 'マイデータ', description: 'あなたについて保存しているデータ' },
  'mydata export': { name: '書き出し', description: 'あなたについて保存しているデータをすべてファイルで受け取ります' },
  'mydata delete': { name: '削除', description: 'あなたについて保存しているデータをすべて削除します' },

  privacy: { name: 'プライバシー', description: '何をどれだけの間保存し、文章をどこへ送るか' },
}
