import type { ReplyTexts } from '../../catalogue.ts'
import { number } from './counts.ts'

export const replies: ReplyTexts = {
  joined: (channel) => `**${channel}** 채널에 왔어요. \`/say\` 명령어를 쓰면 말할게요.`,
  left: () => '음성 채널에서 나왔어요.',
  speaking: (channel) => `**${channel}** 채널에서 말하고 있어요.`,
  queued: (ahead) => `대기열에 넣었어요. 앞에 메시지 ${number(ahead)}개가 있어요.`,
  voted: (votes, needed) =>
    `다른 사람의 말이라 투표가 필요해요(${number(votes)}/${number(needed)}). 채널의 다른 사람도 같은 명령어를 쓸 수 있어요.`,
  deafened: () => '헤드셋 음소거 상태라 들리지 않을 거예요.',
  offerExpired: () => '이 제안은 만료됐어요. `/say` 명령어를 다시 써 주세요.',
  skipped: () => '건너뛰었어요.',
  stopped: (n) => `멈췄어요. 대기 중이던 메시지 ${number(n)}개를 비웠어요.`,
  styleIgnored: (voice) => `${voice} 목소리는 말투를 바꿀 수 없어서 평소 말투로 말했어요.`,
  modelReplaced: (model, by) => `${model} 모델을 쓸 수 없어서 대신 ${by} 모델로 말했어요.`,
  voiceReplaced: (voice, by) => `${voice} 목소리를 쓸 수 없어서 대신 ${by} 목소리로 말했어요.`,
  removed: (channel) => `누군가 저를 ${channel} 채널에서 내보냈어요. \`/join\` 명령어로 다시 부를 수 있어요.`,
  connectionLost: (channel) =>
    `${channel} 채널과 연결이 끊겼고 되살리지 못했어요. \`/join\` 명령어로 다시 부를 수 있어요.`,
  recovering: (channel) =>
    `${channel} 채널과 연결이 끊겨서 다시 연결하고 있어요. 그동안 하신 말은 최대 2분까지 기다려요.`,
  comingBack: (channel) => `${channel} 채널과 연결이 끊겼어요. 되는 대로 알아서 돌아올게요.`,
  holds: {
    muted: (channel) => `${channel} 채널에서 음소거되었어요. 관리자가 풀어 주면 멈춘 곳부터 이어서 말할게요.`,
    suppressed: (channel) =>
      `${channel} 채널에서 **말하기** 권한이 없어졌어요. 권한이 돌아오면 멈춘 곳부터 이어서 말할게요.`,
    audience: (channel) => `${channel} 채널의 청중석에서 발언권을 요청했어요. 관리자가 허락하면 말할 수 있어요.`,
  },
  engineReplaced: () => '대신 다른 목소리로 말했어요.',
}
