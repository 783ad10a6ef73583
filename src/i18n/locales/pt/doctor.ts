import type { DoctorTexts } from '../../doctor.ts'
import { characters, number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'Como estou aqui:',
  placeOk: (channel) => `Posso entrar em ${channel} e falar lá.`,
  noPlace: () => 'Você não está em nenhum canal de voz, então não deu para verificar. Entre em um e tente de novo.',
  onStage: (channel) =>
    `${channel} é um palco: alguém da moderação precisa me deixar falar ou me dar *Silenciar membros*.`,
  cannotWrite: (channel) => `Não posso escrever em ${channel}, então não consigo avisar lá quando algo der errado.`,
  libraries: (encryption, opus) =>
    `A criptografia de ponta a ponta (${encryption}) e o codificador Opus (${opus}) estão prontos.`,
  noEncryption: () => 'Falta a biblioteca da criptografia de ponta a ponta. Reinstale o Lector com `npm ci`.',
  gateway: (ms) => `O Discord responde em ${number(ms)} ms.`,
  voice: (ms, encrypted) =>
    `A voz está conectada (${number(ms)} ms), ${encrypted ? 'com' : 'sem'} criptografia de ponta a ponta.`,
  voiceUntested: () =>
    'Para saber se a voz chega (UDP), preciso estar em um canal de voz: use `/join` e tente de novo.',
  speech: (engine, ms, place) => `${engine} fala; o primeiro som sai em ${number(ms)} ms (${place}).`,
  speechFailed: (engine, sentence) => `${engine} não fala. ${sentence}`,
  database: (kind, ms) =>
    `As configurações estão sendo salvas (${kind === 'sqlite' ? 'em um arquivo' : 'no Postgres'}, ${number(ms)} ms).`,
  databaseFailed: () => 'Não consigo ler as configurações. O disco está cheio ou o banco de dados está fora do ar?',
  budget: (used, cap) => `Hoje este servidor já usou ${number(used)} de ${characters(cap)}.`,
  noBudget: (used) => `Hoje este servidor já usou ${characters(used)}; não há limite.`,
}
