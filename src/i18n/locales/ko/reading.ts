import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { number } from './counts.ts'

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `이제부터 ${channel} 채널을 **${voice}** 채널에서 읽을게요.`,
  willReadHere: (channel, voice) =>
    `제가 **${voice}** 채널에 있는 동안 ${channel} 채널을 읽을게요. 그곳에 들어가서 \`/join\` 명령어로 불러 주세요.`,
  notReadAnyMore: (channel) => `이제 ${channel} 채널을 읽지 않아요.`,
  notRead: (channel) =>
    `${channel} 채널은 원래 읽지 않고 있어서 바뀐 것이 없어요. \`/read list\` 명령어로 읽는 채널을 볼 수 있어요.`,
  list: () => '읽고 있는 채널:',
  listed: (channel, voice) => `${channel} 채널은 ${voice} 채널에서`,
  emptyList: () =>
    '아직 읽는 텍스트 채널은 없고, 제가 있는 음성 채널의 채팅만 읽어요. 텍스트 채널에서 `/read here` 명령어를 써 보세요.',

  readingAloud: (voice) => `**${voice}** 채널에서 읽을게요.`,
  readingFrom: (count, left, voice) =>
    `**${voice}** 채널에서 메시지 ${number(count)}개를 읽을게요.${left > 0 ? ` ${number(left)}개는 건너뛰어요.` : ''}`,
  nothingToRead: () => '여기에는 읽을 수 있는 것이 없어요.',

  youAreRead: () => '이 서버에서 회원님의 메시지를 다시 읽을게요.',
  youAreNotRead: () => '이제 이 서버에서 회원님의 메시지를 읽지 않을게요. 같은 메뉴를 다시 고르면 되돌릴 수 있어요.',
  isRead: (person) => `${person} 님의 메시지를 다시 읽을게요.`,
  isNotRead: (person) => `이제 ${person} 님의 메시지를 읽지 않을게요. 같은 메뉴를 다시 고르면 되돌릴 수 있어요.`,

  following: (person) => `제가 나갈 때까지 ${person} 님이 가는 음성 채널로 따라갈게요.`,
  followingNoMore: (person) => `이제 ${person} 님을 따라가지 않아요.`,

  outcomes: {
    waiting: '읽을 차례를 기다리고 있거나 지금 읽고 있어요.',
    spoken: '읽었어요.',
    empty: '소리 내어 읽을 내용이 없어요.',
    'left-out': '기다리는 메시지가 너무 많아서 건너뛰었어요.',
    dropped: '건너뛰었거나 정지했거나, 차례가 오기 전에 제가 나갔어요.',
    deleted: '다 읽기 전에 삭제되었어요.',
    unknown: '지금이라면 읽겠지만, 그때 제가 없었거나 너무 오래돼서 기억나지 않아요.',
  },
  reasons: {
    'own-message': '제가 쓴 메시지예요. 제 메시지는 읽지 않아요.',
    'system-message': 'Discord의 시스템 메시지예요.',
    command: '명령어에 대한 응답이에요.',
    'opted-out': '쓴 사람이 읽지 말라고 설정했어요.',
    'unread-member': '이 서버에서 쓴 사람이 읽기 대상에서 제외되었어요.',
    'channel-not-read': '이 채널은 읽지 않아요. 서버 관리자가 여기서 `/read here` 명령어를 쓸 수 있어요.',
    bot: '봇이 쓴 메시지이고, 이 서버에서는 봇을 읽지 않아요. `/server reading` 명령어로 바꿀 수 있어요.',
    webhook: '웹후크에서 왔고, 이 서버에서는 웹후크를 읽지 않아요. `/server reading` 명령어로 바꿀 수 있어요.',
    'ignored-role': '쓴 사람에게 여기서 읽지 않는 역할이 있어요. `/server roles` 명령어로 바꿀 수 있어요.',
    'missing-role': '쓴 사람에게 여기서 읽는 역할이 없어요. `/server roles` 명령어로 바꿀 수 있어요.',
    'age-restricted': '연령 제한 채널의 메시지인데, 음성 채널은 누구나 들어올 수 있어요.',
    silent: '`@silent` 메시지로 보냈어요.',
    'ignored-prefix': '읽지 않는 접두사로 시작해요. `/server reading` 명령어로 바꿀 수 있어요.',
    'missing-prefix': '여기서 필요한 접두사로 시작하지 않아요. `/server reading` 명령어로 바꿀 수 있어요.',
    'too-old': '제가 받았을 때 이미 2분이 넘은 메시지였어요.',
    'not-there': '이 채널을 읽어 줄 음성 채널에 제가 없어요. 거기서 `/join` 명령어를 쓰세요.',
    'author-not-in-voice': '쓴 사람이 저와 같은 음성 채널에 없어요. `/server reading` 명령어로 바꿀 수 있어요.',
    'author-muted': '관리자가 쓴 사람의 마이크를 음소거했어요.',
    duplicate: '같은 내용이 10초 안에 세 번, 또는 같은 긴 글이 1분 안에 두 번 올라왔어요.',
    'member-rate': '쓴 사람이 1분에 읽는 개수보다 많이 보냈어요. `/server limits` 명령어로 바꿀 수 있어요.',
    'server-rate': '1분에 읽는 개수보다 많은 메시지가 올라왔어요. `/server limits` 명령어로 바꿀 수 있어요.',
  },
  failed: (sentence) => `읽지 못했어요. ${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { name: '읽기', description: '텍스트 채널을 소리 내어 읽어요' },
  'read here': {
    name: '시작',
    description: '이 텍스트 채널을 소리 내어 읽어요',
    options: { voice: { name: '음성채널', description: '어느 음성 채널에서 읽을지. 비워 두면 내가 있는 채널' } },
  },
  'read stop': {
    name: '중지',
    description: '텍스트 채널을 그만 읽어요',
    options: { channel: { name: '채널', description: '어느 채널인지. 비워 두면 이 채널' } },
  },
  'read list': { name: '목록', description: '어느 텍스트 채널을 어디서 읽는지 보여줘요' },
  follow: {
    name: '따라가기',
    description: '멤버를 따라 음성 채널을 옮겨 다녀요. 같은 사람을 다시 고르면 그만둬요',
    options: { person: { name: '멤버', description: '누구를 따라갈지. 비워 두면 나' } },
  },
  'Read aloud': { name: '소리 내어 읽기', description: '이 메시지를 내 음성 채널에서 읽어요' },
  'Read from here': { name: '여기서부터 읽기', description: '이 메시지부터 그다음 메시지까지 읽어요' },
  'Why was this (not) read?': {
    name: '왜 읽었나요? 왜 안 읽었나요?',
    description: '이 메시지를 왜 읽었는지, 왜 안 읽었는지 알려줘요',
  },
  "Read this person / don't": {
    name: '이 사람 읽기/읽지 않기',
    description: '이 서버에서 이 사람의 메시지 읽기를 켜거나 꺼요',
  },
}
