import type { SettingCommandTexts } from '../../setting-commands.ts'

const voice = { name: '목소리', description: '이름, 언어, 목소리 종류를 입력해 찾아요' }
const style = { name: '말투', description: '목록에 있는 말투나 자유로운 설명: 속삭이듯이, 스포츠 중계처럼 …' }
const language = { name: '언어', description: '글의 언어' }
const channel = { name: '채널', description: '어느 채널인지. 비워 두면 이 채널' }
const whose = { name: '대상', description: '누구의 사전인지', choices: { me: '내 사전', server: '서버 사전' } }

export const settingCommands: SettingCommandTexts = {
  voice: { name: '목소리', description: '이 서버에서 쓰는 내 목소리' },
  'voice set': { name: '설정', description: '내 목소리를 골라요', options: { voice } },
  'voice style': { name: '말투', description: '내 목소리의 말투를 골라요', options: { style } },
  'voice language': { name: '언어', description: '내가 글을 쓰는 언어를 골라요', options: { language } },
  'voice speed': {
    name: '속도',
    description: '내 목소리의 빠르기를 골라요',
    options: { speed: { name: '속도', description: '0.5는 평소의 절반, 2는 평소의 두 배' } },
  },
  'voice time-zone': {
    name: '시간대',
    description: '내가 쓰는 시각의 시간대를 골라요',
    options: { zone: { name: '지역', description: '도시 이름을 입력하세요: Seoul, Tokyo, New York' } },
  },
  'voice show': { name: '보기', description: '내 목소리 설정과, 각 설정이 어디서 정해졌는지 보여줘요' },
  'voice reset': {
    name: '초기화',
    description: '내 목소리 설정을 초기화해요',
    options: {
      setting: {
        name: '항목',
        description: '무엇을 초기화할지. 비워 두면 모두',
        choices: { voice: '목소리', style: '말투', language: '언어', speed: '속도', 'time-zone': '시간대' },
      },
    },
  },
  'voice preview': { name: '미리듣기', description: '목소리를 들어 봐요', options: { voice, style } },
  'voice list': { name: '목록', description: '모든 목소리를 둘러봐요' },

  style: { name: '말투', description: '말투: 목소리가 말하는 방식' },
  'style use': { name: '사용', description: '내 목소리의 말투를 골라요', options: { style } },
  'style list': { name: '목록', description: '모든 말투를 보여줘요' },
  'style add': {
    name: '추가',
    description: '이 서버의 모두를 위해 말투를 이름 붙여 저장해요',
    options: {
      name: { name: '이름', description: '짧은 이름' },
      style: { name: '말투', description: '어떻게 말할지 영어나 중국어로 쉽게 적어요' },
    },
  },
  'style remove': {
    name: '삭제',
    description: '이 서버의 말투를 지워요',
    options: { name: { name: '이름', description: '말투의 이름' } },
  },

  server: { name: '서버', description: '이 서버의 설정' },
  'server voice': { name: '목소리', description: '목소리를 고르지 않은 멤버의 기본 목소리', options: { voice } },
  'server style': { name: '말투', description: '말투를 고르지 않은 멤버의 기본 말투', options: { style } },
  'server language': { name: '언어', description: '이 서버 메시지의 언어', options: { language } },
  'server engine': {
    name: '엔진',
    description: '음성 서비스와 모델',
    options: {
      engine: { name: '서비스', description: '음성 서비스' },
      model: { name: '모델', description: '음성 서비스의 모델' },
    },
  },
  'server limits': {
    name: '제한',
    description: '얼마나 많이, 얼마나 빠르게 읽을지',
    options: {
      'max-length': { name: '길이', description: '읽을 수 있는 가장 긴 메시지, 1~2000자' },
      queue: { name: '대기', description: '대기할 수 있는 메시지 수, 1~200' },
      'queue-per-member': { name: '멤버당대기', description: '멤버 한 명의 대기 메시지 수, 1~50' },
      'per-minute': { name: '분당', description: '멤버 한 명의 1분당 메시지 수, 1~120' },
      'everybody-per-minute': { name: '모두-분당', description: '모두 합친 1분당 메시지 수, 1~600' },
      interrupting: {
        name: '끊기',
        description: '다른 사람의 메시지를 건너뛰거나 멈출 수 있는 사람',
        choices: { everyone: '채널에 있는 모두', vote: '투표 (절반 찬성)', managers: '관리자만' },
      },
      'alone-after': {
        name: '나가기까지',
        description: '빈 채널에서 나가기까지 걸리는 초, 최대 86400. 0이면 나가지 않아요',
      },
      speed: { name: '속도', description: '속도를 고르지 않은 멤버의 기본 속도, 0.5~2' },
      volume: { name: '음량', description: '음량, 0~2' },
    },
  },
  'server announce': {
    name: '안내',
    description: '메시지 사이에 말하는 것',
    options: {
      names: {
        name: '이름',
        description: '언제 메시지 앞에 이름을 말할지',
        choices: { never: '말하지 않음', change: '쓴 사람이 바뀔 때', always: '항상' },
      },
      language: { name: '언어', description: '안내에 쓰는 언어' },
      joins: { name: '입장', description: '입장을 알려요' },
      leaves: { name: '퇴장', description: '퇴장을 알려요' },
    },
  },
  'server reading': {
    name: '읽기',
    description: '어떤 메시지를 읽을지',
    options: {
      bots: { name: '봇', description: '봇의 메시지 읽기' },
      webhooks: { name: '웹후크', description: '웹후크의 메시지 읽기' },
      embeds: {
        name: '임베드',
        description: '임베드를 어디까지 읽을지',
        choices: { off: '읽지 않음', title: '제목만', text: '제목과 본문', all: '전부' },
      },
      'mark-repeats': { name: '반복', description: '반복이라 건너뛴 메시지에 반응 달기' },
      'only-in-voice': { name: '음성채널만', description: '음성 채널에 있는 멤버만 읽기' },
      'auto-join': { name: '자동입장', description: '첫 멤버가 음성 채널에 들어오면 함께 들어가기' },
      'ignore-prefix': { name: '제외접두사', description: '이렇게 시작하는 메시지 건너뛰기' },
      'require-prefix': { name: '필수접두사', description: '이렇게 시작하는 메시지만 읽기' },
    },
  },
  'server text': {
    name: '문장',
    description: '메시지를 말로 바꾸는 방법',
    options: {
      shorthand: { name: '줄임말', description: '줄임말을 풀어 읽기: ㄱㅅ은 “감사”' },
      emoji: {
        name: '이모지',
        description: '이모지와 표정을 읽는 방법',
        choices: { names: '이름으로', count: '개수만', silent: '읽지 않음' },
      },
      'time-zone': { name: '시간대', description: '시각의 시간대. 도시 이름을 입력하세요' },
    },
  },
  'server roles': {
    name: '역할',
    description: '역할에 따라 누구의 메시지를 읽을지',
    options: {
      role: { name: '역할', description: '대상 역할' },
      rule: {
        name: '규칙',
        description: '이 역할이 있는 사람을 어떻게 할지',
        choices: { required: '이 사람들만 읽기', ignored: '읽지 않기', none: '규칙 없음' },
      },
    },
  },
  'server budget': {
    name: '한도',
    description: '말할 글자 수를 제한해요',
    options: {
      'server-day': { name: '서버하루', description: '모두 합쳐서 하루에' },
      'server-month': { name: '서버한달', description: '모두 합쳐서 한 달에' },
      'member-day': { name: '멤버하루', description: '멤버 한 명당 하루에' },
      'member-month': { name: '멤버한달', description: '멤버 한 명당 한 달에' },
      'when-spent': {
        name: '다쓰면',
        description: '한도를 다 쓰면 어떻게 할지',
        choices: { local: '로컬 목소리로 계속', stop: '멈추고 알리기' },
      },
    },
  },
  'server show': { name: '보기', description: '이 서버의 설정을 모두 보여줘요' },
  'server reset': {
    name: '초기화',
    description: '이 서버의 설정을 초기화해요',
    options: {
      setting: {
        name: '항목',
        description: '무엇을 초기화할지',
        choices: {
          voice: '목소리',
          style: '말투',
          language: '언어',
          engine: '음성 서비스',
          limits: '제한',
          announce: '안내',
          reading: '읽는 메시지',
          text: '메시지를 말로 바꾸는 방법',
          roles: '역할',
          budget: '한도',
          all: '여기 있는 모두',
        },
      },
    },
  },
  'server panel': { name: '패널', description: '자주 쓰는 설정을 버튼으로 바꿔요' },

  channel: { name: '채널', description: '채널별 목소리 설정' },
  'channel voice': {
    name: '목소리',
    description: '채널별로, 목소리를 고르지 않은 멤버의 기본 목소리',
    options: { voice, channel },
  },
  'channel style': {
    name: '말투',
    description: '채널별로, 말투를 고르지 않은 멤버의 기본 말투',
    options: { style, channel },
  },
  'channel language': { name: '언어', description: '채널 메시지의 언어', options: { language, channel } },
  'channel reset': { name: '초기화', description: '채널을 서버의 설정으로 되돌려요', options: { channel } },

  words: { name: '사전', description: '단어를 읽는 법' },
  'words add': {
    name: '추가',
    description: '단어의 발음을 바꿔요',
    options: {
      written: { name: '표기', description: '적힌 그대로의 단어' },
      spoken: { name: '발음', description: '대신 어떻게 읽을지. 비워 두면 읽지 않아요' },
      for: whose,
      regex: { name: '정규식', description: '표기를 정규식(RE2)으로 처리해요' },
      'whole-word': { name: '단어전체', description: '단어 전체만 일치. 비워 두면 예' },
      'match-case': { name: '대소문자', description: '대소문자 구분' },
    },
  },
  'words test': {
    name: '시험',
    description: '문장이 어떻게 읽히는지, 왜 그런지 보기',
    options: { text: { name: '문장', description: '읽어 볼 문장' } },
  },
  'words remove': {
    name: '삭제',
    description: '사전에서 단어를 지워요',
    options: { written: { name: '표기', description: '적힌 그대로의 단어' }, for: whose },
  },
  'words list': { name: '목록', description: '사전을 보여줘요', options: { for: whose } },
  'words import': {
    name: '가져오기',
    description: '파일에서 단어를 추가해요',
    options: {
      file: { name: '파일', description: '/words export로 만든 것과 같은 CSV나 JSON 파일, 256KiB까지' },
      for: whose,
      replace: { name: '바꾸기', description: '다른 단어를 모두 지워요' },
    },
  },
  'words export': {
    name: '내보내기',
    description: '사전을 파일로 받아요',
    options: {
      format: { name: '형식', description: '파일 형식', choices: { csv: 'CSV(스프레드시트용)', json: 'JSON' } },
      for: whose,
    },
  },

  nickname: { name: '호칭', description: '나를 부르는 이름' },
  'nickname set': {
    name: '설정',
    description: '내 메시지 앞에 말할 이름을 골라요',
    options: { name: { name: '이름', description: '소리 내어 말할 이름' } },
  },
  'nickname reset': { name: '초기화', description: '이 서버에서 쓰는 내 이름으로 되돌려요' },

  optout: { name: '읽지않기', description: '내 메시지를 읽지 않게 해요' },
  'optout here': { name: '이서버', description: '이 서버에서 내 메시지를 읽지 않아요' },
  'optout everywhere': { name: '모든서버', description: '어느 서버에서도 내 메시지를 읽지 않아요' },
  'optout off': { name: '해제', description: '내 메시지를 다시 읽어요' },

  mydata: { name: '내데이터', description: '나에 관해 보관하는 데이터' },
  'mydata export': { name: '내보내기', description: '나에 관한 데이터를 모두 파일로 받아요' },
  'mydata delete': { name: '삭제', description: '나에 관한 데이터를 모두 지워요' },

  privacy: { name: '개인정보', description: '무엇을 얼마나 오래 보관하고, 글을 어디로 보내는지' },
}
