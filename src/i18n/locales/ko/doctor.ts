import type { DoctorTexts } from '../../doctor.ts'
import { number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: '이 서버의 진단 결과:',
  placeOk: (channel) => `${channel} 채널에 들어가서 말할 수 있어요.`,
  noPlace: () => '음성 채널에 계시지 않아서 채널을 확인하지 못했어요. 들어간 뒤에 다시 시도해 주세요.',
  onStage: (channel) =>
    `${channel} 채널은 스테이지예요. 관리자가 발언자로 초대하거나 *멤버들의 마이크 음소거하기* 권한을 줘야 해요.`,
  cannotWrite: (channel) =>
    `${channel} 채널에 글을 쓸 수 없어요. 문제를 알려 드릴 수 있게 *메시지 보내기* 권한을 주세요.`,
  libraries: (encryption, opus) => `종단 간 암호화(${encryption})와 Opus 인코더(${opus})가 설치되어 있어요.`,
  noEncryption: () => '종단 간 암호화 라이브러리가 없어요. `npm ci` 명령으로 Lector를 다시 설치해 주세요.',
  gateway: (ms) => `Discord가 ${number(ms)}ms 만에 응답해요.`,
  voice: (ms, encrypted) =>
    `음성이 연결되어 있어요(${number(ms)}ms, ${encrypted ? '종단 간 암호화 사용' : '종단 간 암호화 없음'}).`,
  voiceUntested: () => '음성(UDP)은 제가 음성 채널에 있을 때만 확인할 수 있어요. `/join` 후에 다시 시도해 주세요.',
  speech: (engine, ms, place) => `${engine} 서비스가 정상이에요. 첫소리까지 ${number(ms)}ms 걸렸어요(${place}).`,
  speechFailed: (engine, sentence) => `${engine} 서비스가 작동하지 않아요. ${sentence}`,
  database: (kind, ms) => `설정은 ${kind === 'sqlite' ? '파일' : 'Postgres'}에 저장돼요(${number(ms)}ms).`,
  databaseFailed: () => '설정을 읽을 수 없어요. 디스크 공간과 데이터베이스 연결을 확인해 주세요.',
  budget: (used, cap) => `이 서버는 오늘 ${number(used)}자를 썼어요. 한도는 ${number(cap)}자예요.`,
  noBudget: (used) => `이 서버는 오늘 ${number(used)}자를 썼어요(한도 없음).`,
  clockWrong: (seconds, isFast) =>
    `봇이 돌아가는 컴퓨터의 시계가 ${number(seconds)}초 ${isFast ? '빨라요' : '느려요'}. 보정하고 있지만, 봇 운영자는 시간 동기화(NTP)를 켜 주세요.`,
}
