import type { ErrorTexts } from '../../catalogue.ts'
import { choice, measured } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { number } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('ko')
const most = measured({ number, characters: (n: number) => `${number(n)}자`, seconds: (n: number) => `${number(n)}초` })
const named = (setting: string) => settingName(settings.names, setting)

const askHost = '이 봇을 운영하는 분께 알려 주세요.'
const askServer = '서버 관리자가 한도를 올릴 수 있어요.'

const permissions = {
  ViewChannel: '채널 보기',
  Connect: '연결',
  Speak: '말하기',
  ReadMessageHistory: '메시지 기록 보기',
  ManageGuild: '서버 관리하기',
} as const

const budgets = {
  'bot-month': (cap: number) => `이 봇은 이번 달 말하기 한도 ${number(cap)}자를 다 썼어요. 매달 1일에 초기화돼요.`,
  'bot-day': (cap: number) => `이 봇은 오늘 말하기 한도 ${number(cap)}자를 다 썼어요. 00:00 UTC에 초기화돼요.`,
  'server-month': (cap: number) => `이 서버는 이번 달 말하기 한도 ${number(cap)}자를 다 썼어요. 매달 1일에 초기화돼요.`,
  'server-day': (cap: number) => `이 서버는 오늘 말하기 한도 ${number(cap)}자를 다 썼어요. 00:00 UTC에 초기화돼요.`,
  'member-month': (cap: number) => `회원님은 이번 달 말하기 한도 ${number(cap)}자를 다 썼어요. 매달 1일에 초기화돼요.`,
  'member-day': (cap: number) => `회원님은 오늘 말하기 한도 ${number(cap)}자를 다 썼어요. 00:00 UTC에 초기화돼요.`,
  'member-hour': (cap: number) => `회원님은 이번 시간 말하기 한도 ${number(cap)}자를 다 썼어요. 조금만 기다려 주세요.`,
} as const

const patterns = {
  syntax: '그 패턴은 쓸 수 없어요. 닫히지 않은 괄호 같은 실수가 있어요.',
  unsupported: '그 패턴은 쓸 수 없어요. 전후방 탐색과 역참조는 안 되니 더 간단한 패턴으로 해 보세요.',
  'too-large': '그 패턴은 쓸 수 없어요. 너무 복잡하니 더 짧게 해 주세요.',
  empty: '그 패턴은 쓸 수 없어요. 빈 글에도 맞으니 적어도 한 글자는 꼭 들어가게 해 주세요.',
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `음성 서비스가 API 키를 거절했어요. ${askHost}`,
  'speech.access': ({ model }) => `이 API 키로는 ${model} 음성 모델을 쓸 수 없어요. ${askHost}`,
  'speech.quota': () => `음성 서비스의 사용량을 다 썼어요. ${askHost}`,
  'speech.billing': () => `음성 서비스 결제에 문제가 있어요. ${askHost}`,
  'speech.blocked': () => '음성 서비스가 내용 때문에 이 글을 거절했어요. 다른 말로 바꿔 보세요.',
  'speech.model-gone': ({ model }) => `${model} 음성 모델을 쓸 수 없어요(이름이 틀렸거나 종료되었어요). ${askHost}`,
  'speech.voice-unknown': ({ voice }) => `“${voice}” 목소리는 없어요. 입력할 때 나오는 목록에서 골라 주세요.`,
  'speech.text-too-long': ({ limit }) =>
    `음성 서비스는 한 번에 ${number(limit)}자까지 말할 수 있어요. 글을 줄여 주세요.`,
  'speech.style-too-long': ({ limit }) => `말투 설명이 너무 길어요. ${number(limit)}단어 정도로 줄여 주세요.`,
  'speech.unpronounceable': () =>
    '로컬 목소리는 로마자로 쓴 글만 말할 수 있어요. 다른 언어를 쓰려면 이 봇을 운영하는 분이 음성 서비스의 키를 추가해야 해요.',
  'speech.bad-request': () => `음성 서비스가 잘못된 요청이라며 거절했어요. ${askHost}`,
  'speech.rate-limited': () => '음성 서비스가 바빠요. 조금 기다렸다가 다시 시도해 주세요.',
  'speech.server': () => '음성 서비스에 문제가 생겼어요. 잠시 후 다시 시도해 주세요.',
  'speech.network': () => '음성 서비스에 연결할 수 없어요. 잠시 후 다시 시도해 주세요.',
  'speech.timeout': () => '음성 서비스의 응답이 너무 늦어요. 잠시 후 다시 시도해 주세요.',
  'speech.cut': () => '음성 서비스가 도중에 멈춰서 끝부분이 빠졌을 수 있어요. 다시 시도해 주세요.',
  'speech.malformed': () => '음성 서비스가 음성이 아닌 것을 보냈어요. 잠시 후 다시 시도해 주세요.',
  'speech.budget': ({ scope, cap, byHost }) =>
    `${budgets[scope](cap)} ${byHost || scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => '이 글에는 말할 내용이 없어요. 글자를 적어 주세요.',
  'text.too-long': ({ length, limit }) => `글이 ${number(length)}자예요. ${number(limit)}자까지 되니 줄여 주세요.`,

  'voice.caller-not-in-channel': () => '먼저 음성 채널에 들어간 뒤 다시 시도해 주세요.',
  'voice.caller-silenced': () =>
    '여기서는 대신 말해 드릴 수 없어요. 이 서버에서 읽기 대상에서 제외되었거나, 관리자가 마이크를 음소거했어요. 관리자에게 물어보세요.',
  'voice.not-connected': () => '저는 지금 음성 채널에 없어요. `/join` 명령어로 불러 주세요.',
  'voice.missing-permission': ({ permission, channel }) =>
    `**${channel}** 채널에서 **${permissions[permission]}** 권한이 필요해요. 서버 관리자가 채널 설정에서 줄 수 있어요.`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** 채널이 꽉 찼어요(${number(limit)}명). 자리를 만들거나 다른 채널을 골라 주세요.`,
  'voice.timed-out-member': () => '이 서버에서 타임아웃되어서 말할 수 없어요. 관리자가 타임아웃을 풀 수 있어요.',
  'voice.join-failed': ({ channel }) => `**${channel}** 채널에 연결하지 못했어요. 잠시 후 다시 시도해 주세요.`,
  'voice.udp-blocked': ({ address }) =>
    `${address}(으)로 보낸 UDP에 응답이 없어서 제 목소리가 들리지 않아요. 방화벽이나 NAT가 막고 있어요. 계속 시도할게요.`,
  'voice.not-in-my-channel': ({ channel }) =>
    `**${channel}** 채널 사람들에게 말하고 있어요. 그 채널에 들어와서 하거나 서버 관리자에게 부탁해 주세요.`,
  'voice.turn-over': () => '다른 사람들이 기다리고 있어서 회원님의 글을 중간에 멈췄어요.',
  'voice.queue-full': ({ limit }) =>
    `이미 메시지 ${number(limit)}개가 기다리고 있어요. 조금 줄어들면 다시 시도하거나 \`/stop\` 명령어를 쓰세요.`,
  'voice.nothing-playing': () => '지금은 아무것도 말하고 있지 않아요.',
  'voice.busy-elsewhere': ({ channel }) =>
    `지금 **${channel}** 채널에서 말하고 있어요. 그 채널로 들어가거나, 먼저 거기서 \`/leave\` 명령어를 쓰세요.`,
  'voice.too-busy': () =>
    '지금 너무 많은 서버에서 말하고 있어서, 더 늘어나면 모두의 소리가 끊길 거예요. 잠시 후 다시 시도해 주세요.',

  'settings.value-out-of-range': ({ setting, min, max, unit }) =>
    `**${named(setting)}** 값은 ${number(min)}에서 ${most(max, unit)} 사이여야 해요.`,
  'settings.value-not-allowed': ({ setting, value }) =>
    value === undefined
      ? `**${named(setting)}** 설정에는 그 값을 쓸 수 없어요.`
      : `**${named(setting)}** 설정에는 “${value}” 값을 쓸 수 없어요. 목록에서 골라 주세요.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `“${voice}” 목소리는 없어요. 혹시 이것인가요? ${oneOf(nearest)}`
      : `“${voice}” 목소리는 없어요. 입력할 때 나오는 목록에서 골라 주세요.`,
  'settings.engine-not-configured': ({ engine, variable }) =>
    `이 봇에는 음성 서비스 ${engine} 설정이 없어요. 봇 운영자가 \`${variable}\` 값을 설정해야 해요.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `${model} 모델에는 ${voice} 목소리가 없어요. ${oneOf(models)} 모델에는 있어요.`
      : `${model} 모델에는 ${voice} 목소리가 없어요. 다른 목소리를 골라 주세요.`,
  'settings.unknown-preset': ({ name }) =>
    `이 서버에 “${name}” 말투는 없어요. \`/style list\` 명령어로 모두 볼 수 있어요.`,
  'settings.too-many': ({ setting, limit }) =>
    `**${named(setting)}** 목록이 꽉 찼어요(최대 ${number(limit)}개). 먼저 하나를 지워 주세요.`,
  'settings.bad-pattern': ({ reason }) => patterns[reason],
  'settings.patterns-too-large': () =>
    '이 목록의 패턴을 모두 합치면 너무 복잡해요. `/words remove` 명령어로 하나를 지우거나 더 간단하게 바꿔 주세요.',
  'settings.bad-file': ({ line }) =>
    `파일의 ${number(line)}번째 줄을 읽을 수 없어서 바뀐 것이 없어요. 고친 뒤 다시 시도해 주세요. 예시는 \`/words export\` 명령어로 볼 수 있어요.`,
  'settings.not-saved': () => '저장하지 못해서 바뀐 것이 없어요. 잠시 후 다시 시도해 주세요.',
  'settings.not-read': () => '지금은 설정을 읽을 수 없어요. 잠시 후 다시 시도해 주세요.',
  'settings.not-migrated': () => `설정 데이터베이스를 업데이트하지 못했어요. ${askHost}`,

  'app.not-ready': () => '이 서버에서는 아직 시작하는 중이에요. 잠시 후 다시 시도해 주세요.',
  'app.stopping': () => '다시 시작하고 있어요. 조금 기다렸다가 다시 시도해 주세요.',
  'app.not-allowed': ({ permission }) => `여기서 그렇게 하려면 **${permissions[permission]}** 권한이 필요해요.`,
  'app.file-too-large': ({ limit }) => `파일이 너무 커요. 최대 ${number(limit)}KiB까지 돼요.`,
  'app.file-not-read': () => '그 파일을 읽지 못했어요. 텍스트 파일인지 확인하고 다시 첨부해 주세요.',
  'app.unexpected': ({ id }) => `저에게 문제가 생겼어요. ${askHost} 자세한 내용은 로그의 ${id} 항목에 있어요.`,
}
