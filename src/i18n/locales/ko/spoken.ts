import { choice, counted, lasting } from '../../counted.ts'
import type { Spoken } from '../../spoken.ts'

const either = choice('ko')

export const spoken = {
  says: (name) => `${name} 님`,
  answers: (name, other) => `${name} 님이 ${other} 님에게`,
  sends: (name) => `${name} 님이 보냄`,

  someone: '누군가',
  aRole: '어떤 역할',
  aChannel: '어떤 채널',
  everyone: '모두',
  everyoneHere: '접속한 모두',
  command: (name) => `명령어 ${name}`,

  link: '링크',
  links: counted('ko', { single: '링크', other: '링크 #개' }),
  linkTo: (domain) => `${domain} 링크`,
  code: '코드',
  spoiler: '스포일러',
  times: (count, name) => `${name} ${count}개`,
  emojis: counted('ko', { single: '이모티콘', other: '이모티콘 #개' }),
  at: '골뱅이',
  dot: '점',
  signs: {
    questionMark: '물음표',
    exclamationMark: '느낌표',
    ellipsis: '점점점',
    dot: '점',
    plus: '플러스',
    minus: '마이너스',
    equals: '등호',
    arrowUp: '위쪽 화살표',
    slash: '슬래시',
    hash: '샵',
    at: '골뱅이',
    percent: '퍼센트',
    and: '앤드',
  },

  forwarded: '전달된 메시지',
  poll: (question) => `투표: ${question}`,
  options: (answers) => `선택지는 ${either(answers)}`,
  sticker: (name) => (name === '' ? '스티커' : `스티커 ${name}`),
  embed: (title) => `미리보기: ${title}`,
  images: counted('ko', { single: '사진', other: '사진 #장' }),
  videos: counted('ko', { single: '동영상', other: '동영상 #개' }),
  audios: counted('ko', { single: '오디오 파일', other: '오디오 파일 #개' }),
  files: counted('ko', { single: '파일', other: '파일 #개' }),
  file: (name) => `파일 ${name}`,
  voiceMessage: '음성 메시지',
  duration: lasting('ko'),

  andSoOn: '이하 생략',

  joins: (name) => `${name} 님이 들어왔습니다`,
  leaves: (name) => `${name} 님이 나갔습니다`,
  leftOut: counted('ko', { single: '메시지 하나 생략', other: '메시지 #개 생략' }),
} as const satisfies Spoken
