import type { OnboardingTexts } from '../../onboarding.ts'
import { number } from './counts.ts'

export const onboarding: OnboardingTexts = {
  greeting: () =>
    '안녕하세요, Lector예요! 음성 채널에서 메시지를 읽어 드리고, `/say` 명령어로 쓴 말을 대신 말해요. 나머지는 `/help` 명령어를 보세요.',
  setUp: () => '설정하기',
  tryVoice: () => '목소리 들어 보기',
  readThisChannel: () => '이 채널 읽기',
  step: (step, steps, title) => `${number(steps)}단계 중 ${number(step)}단계: **${title}**`,
  titles: {
    voice: '목소리와 언어',
    channel: '읽을 채널',
    people: '읽을 사람',
    announcements: '알림',
  },
  askVoice: () => '목소리를 고르지 않은 사람들의 목소리를 정해 주세요. 음성 채널에 있으면 바로 들려 드려요.',
  askChannel: () => '읽어 주길 원하는 텍스트 채널에서 버튼을 눌러 주세요. 지금 있는 음성 채널에서 읽을게요.',
  askPeople: () => '누구의 메시지를 읽을까요? 역할로 제한하려면 `/server roles` 명령어를 쓰세요.',
  onlyPresent: () => '음성 채널에 있는 사람만',
  everyone: () => '채널에 글을 쓰는 모두',
  askAnnouncements: () => '메시지 말고 또 무엇을 말할까요?',
  finish: () => '완료',
  done: () =>
    '준비됐어요! 음성 채널에 들어가서 `/say` 명령어를 쓰거나, 제가 읽는 채널에 글을 써 보세요. `/setup` 명령어로 다시 올 수 있고, 다른 설정은 `/server panel` 명령어에 있어요.',
  help: () => '이런 걸 할 수 있어요:',
  helpSay: () => '음성 채널에서 말하기: `/say`',
  helpVoice: () => '내 목소리 고르기: `/voice list`',
  helpStop: () => '말을 끊거나 내보내기: `/skip`, `/stop`, `/leave`',
  helpWords: () => '단어나 이름 읽는 법 알려 주기: `/words add`, `/nickname set`',
  helpPrivacy: () => '내 글을 읽지 않게 하거나 저장 내용 보기: `/optout here`, `/privacy`',
  helpMenus: () => '메시지를 오른쪽 클릭하고 *앱*을 고르면 그 메시지를 읽거나, 왜 읽지 않았는지 알려 드려요.',
  helpManagers: () => '서버 관리자라면:',
  helpSetUp: () => '차근차근 설정하기: `/setup`',
  helpChannels: () => '채널 읽게 하기: `/read here`, `/read list`',
  helpLimits: () => '제한과 한도 정하기: `/server limits`, `/server budget`',
  helpDoctor: () => '문제 찾기: `/doctor`',
  joinMe: () => '내 채널로 와 줘',
  leaveMeOut: () => '내 글은 읽지 마',
  checkAll: () => '전부 점검',
  naturalVoices: () =>
    '지금은 기본으로 들어 있는 단순한 목소리예요. 열 가지 언어의 자연스러운 목소리를 쓰려면 봇 운영자가 `npm run setup` 명령어로 키를 추가하면 돼요.',
}
