/** One line for each check of `/doctor`: the result, and what to do if it is bad. */
export interface DoctorTexts {
  readonly title: string
  placeOk(channel: string): string
  noPlace(): string
  onStage(channel: string): string
  cannotWrite(channel: string): string
  /** The versions of the library for end-to-end encryption and of the Opus encoder. */
  libraries(encryption: string, opus: string): string
  noEncryption(): string
  gateway(ms: number): string
  /** UDP gets through; `ms` is the round trip. */
  voice(ms: number, encrypted: boolean): string
  voiceUntested(): string
  speech(engine: string, firstSoundMs: number, place: string): string
  speechFailed(engine: string, sentence: string): string
  database(kind: 'sqlite' | 'postgres', ms: number): string
  databaseFailed(): string
  budget(used: number, cap: number): string
  noBudget(used: number): string
  /** The machine's clock is wrong by this many seconds; Lector allows for it. */
  clockWrong(seconds: number, isFast: boolean): string
}
