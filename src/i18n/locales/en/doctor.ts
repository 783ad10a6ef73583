import type { DoctorTexts } from '../../doctor.ts'
import { characters, number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'Diagnostics for this server:',
  placeOk: (channel) => `I can join and speak in ${channel}.`,
  noPlace: () => "You're not in a voice channel, so I couldn't check one. Join one and run this again.",
  onStage: (channel) => `${channel} is a stage: a moderator has to invite me to speak, or give me *Mute Members*.`,
  cannotWrite: (channel) => `I can't write in ${channel}. Give me *Send Messages* there so I can report problems.`,
  libraries: (encryption, opus) =>
    `End-to-end encryption (${encryption}) and the Opus encoder (${opus}) are installed.`,
  noEncryption: () => 'The library for end-to-end encryption is missing. Reinstall Lector with `npm ci`.',
  gateway: (ms) => `Discord answers in ${number(ms)} ms.`,
  voice: (ms, encrypted) =>
    `Voice is connected (${number(ms)} ms), ${encrypted ? 'end-to-end encrypted' : 'without end-to-end encryption'}.`,
  voiceUntested: () => 'I can only test voice (UDP) while I am in a voice channel: use `/join`, then run this again.',
  speech: (engine, ms, place) => `${engine} works: first audio after ${number(ms)} ms (${place}).`,
  speechFailed: (engine, sentence) => `${engine} doesn't work. ${sentence}`,
  database: (kind, ms) => `Settings are saved in ${kind === 'sqlite' ? 'a file' : 'Postgres'} (${number(ms)} ms).`,
  databaseFailed: () => "I can't read the settings. Check the disk space and the database connection.",
  budget: (used, cap) => `This server has used ${number(used)} of ${characters(cap)} today.`,
  noBudget: (used) => `This server has used ${characters(used)} today (no limit).`,
  clockWrong: (seconds, isFast) =>
    `My machine's clock is ${number(seconds)} s ${isFast ? 'fast' : 'slow'}. I allow for that, but the person who runs this bot should turn on time synchronisation (NTP).`,
}
