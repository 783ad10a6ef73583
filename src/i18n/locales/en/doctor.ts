import type { DoctorTexts } from '../../doctor.ts'
import { characters, number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'How I am here:',
  placeOk: (channel) => `I may come to ${channel} and speak there.`,
  noPlace: () => 'You are in no voice channel, so I could not check one. Join one and ask again.',
  onStage: (channel) => `${channel} is a stage: a moderator has to let me speak, or give me *Mute Members*.`,
  cannotWrite: (channel) => `I may not write in ${channel}, so I cannot tell you there when something goes wrong.`,
  libraries: (encryption, opus) => `End-to-end encryption (${encryption}) and the Opus encoder (${opus}) are there.`,
  noEncryption: () => 'The library for end-to-end encryption is missing. Install Lector anew with `npm ci`.',
  gateway: (ms) => `Discord answers in ${number(ms)} ms.`,
  voice: (ms, encrypted) =>
    `Voice is connected (${number(ms)} ms), ${encrypted ? 'end-to-end encrypted' : 'without end-to-end encryption'}.`,
  voiceUntested: () => 'Whether voice gets through (UDP) shows when I am in a voice channel: `/join`, then ask again.',
  speech: (engine, ms, place) => `${engine} speaks, first sound after ${number(ms)} ms (${place}).`,
  speechFailed: (engine, sentence) => `${engine} does not speak. ${sentence}`,
  database: (kind, ms) => `Settings are kept (${kind === 'sqlite' ? 'in a file' : 'in Postgres'}, ${number(ms)} ms).`,
  databaseFailed: () => 'Settings cannot be read. Is the disk full, or the database away?',
  budget: (used, cap) => `This server has used ${number(used)} of ${characters(cap)} today.`,
  noBudget: (used) => `This server has used ${characters(used)} today; there is no limit.`,
}
