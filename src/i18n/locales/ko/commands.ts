import type { CommandTexts } from '../../catalogue.ts'
import { readingCommands } from './reading.ts'
import { settingCommands } from './setting-commands.ts'

export const commands: CommandTexts = {
  join: { name: '입장', description: '내 음성 채널로 봇을 불러요' },
  leave: { name: '퇴장', description: '봇이 음성 채널에서 나가요' },
  say: {
    name: '말하기',
    description: '내 음성 채널에서 글을 소리 내어 말해요',
    options: {
      text: { name: '내용', description: '말할 내용' },
      voice: { name: '목소리', description: '어떤 목소리로 말할지: 이름, 언어, 목소리 종류를 입력해 찾아요' },
      style: { name: '말투', description: '어떻게 말할지 자유롭게 적어요: 속삭이듯이, 스포츠 중계처럼 …' },
      language: { name: '언어', description: '글의 언어. 비워 두면 자동으로 감지해요' },
    },
  },
  skip: { name: '건너뛰기', description: '지금 읽는 메시지를 건너뛰어요' },
  stop: { name: '정지', description: '말하기를 멈추고 대기열을 비워요' },
  doctor: { name: '진단', description: '여기서 모두 잘 되는지 확인하고, 안 되면 어떻게 할지 알려줘요' },
  setup: { name: '설정', description: '차근차근 설정해요: 목소리, 채널, 사람, 알림' },
  help: { name: '도움말', description: '할 수 있는 일과 쓰는 방법' },
  ...settingCommands,
  ...readingCommands,
}
