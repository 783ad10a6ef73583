import type { DoctorTexts } from '../../doctor.ts'
import { number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: '여기에서 제 상태는 이래요:',
  placeOk: (channel) => `${channel} 채널에 들어가서 말할 수 있어요.`,
  noPlace: () => '음성 채널에 계시지 않아서 채널을 확인하지 못했어요. 들어간 뒤에 다시 시도해 주세요.',
  onStage: (channel) =>
    `${channel} 채널은 스테이지예요. 관리자가 발언을 허락하거나 *멤버들의 마이크 음소거하기* 권한을 줘야 해요.`,
  cannotWrite: (channel) => `${channel} 채널에 글을 쓸 수 없어서, 문제가 생겨도 거기서는 알려 드리지 못해요.`,
  libraries: (encryption, opus) => `종단 간 암호화(${encryption})와 Opus 인코더(${opus})가 준비되어 있어요.`,
  noEncryption: () => '종단 간 암호화 라이브러리가 없어요. `npm ci` 명령으로 Lector를 다시 설치해 주세요.',
  gateway: (ms) => `Discord가 ${number(ms)}ms 만에 응답해요.`,
  voice: (ms, encrypted) =>
    `음성이 연결되어 있어요(${number(ms)}ms, ${encrypted ? '종단 간 암호화 사용' : '종단 간 암호화 없음'}).`,
  voiceUntested: () => '음성(UDP)이 통하는지는 제가 음성 채널에 있어야 알 수 있어요. `/join` 후에 다시 시도해 주세요.',
  speech: (engine, ms, place) => `${engine} 서비스가 잘 말해요. 첫소리까지 ${number(ms)}ms 걸렸어요(${place}).`,
  speechFailed: (engine, sentence) => `${engine} 서비스가 말하지 못해요. ${sentence}`,
  database: (kind, ms) => `설정이 잘 저장되고 있어요(${kind === 'sqlite' ? '파일' : 'Postgres'}, ${number(ms)}ms).`,
  databaseFailed: () => '설정을 읽을 수 없어요. 디스크가 가득 찼거나 데이터베이스 연결이 끊겼는지 확인해 주세요.',
  budget: (used, cap) => `이 서버는 오늘 ${number(used)}자를 썼어요. 한도는 ${number(cap)}자예요.`,
  noBudget: (used) => `이 서버는 오늘 ${number(used)}자를 썼어요. 한도는 없어요.`,
}
