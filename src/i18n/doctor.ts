/** One line for each thing that `/doctor` looks at: how it is, and what to do where it is not well. */
export interface DoctorTexts {
  readonly title: string
  placeOk(channel: string): string
  noPlace(): string
  onStage(channel: string): string
  cannotWrite(channel: string): string
  /** The library for end-to-end encryption and the Opus encoder. */
  libraries(encryption: string, opus: string): string
  noEncryption(): string
  gateway(ms: number): string
  /** Connected by voice: UDP gets through, and how long a message takes. */
  voice(ms: number, encrypted: boolean): string
  voiceUntested(): string
  speech(engine: string, firstSoundMs: number, place: string): string
  speechFailed(engine: string, sentence: string): string
  database(kind: 'sqlite' | 'postgres', ms: number): string
  databaseFailed(): string
  budget(used: number, cap: number): string
  noBudget(used: number): string
}
