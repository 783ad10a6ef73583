import type { DoctorTexts } from '../../doctor.ts'
import { characters, number } from './counts.ts'

export const doctor: DoctorTexts = {
  title: 'Diagnóstico deste servidor:',
  placeOk: (channel) => `Posso entrar em ${channel} e falar lá.`,
  noPlace: () => 'Você não está em nenhum canal de voz, então não deu para verificar. Entre em um e tente de novo.',
  onStage: (channel) =>
    `${channel} é um palco: alguém da moderação precisa me convidar para falar ou me dar *Silenciar membros*.`,
  cannotWrite: (channel) =>
    `Não posso escrever em ${channel}. Me dê *Enviar mensagens* lá para eu poder avisar de problemas.`,
  libraries: (encryption, opus) =>
    `A criptografia de ponta a ponta (${encryption}) e o codificador Opus (${opus}) estão instalados.`,
  noEncryption: () => 'Falta a biblioteca da criptografia de ponta a ponta. Reinstale o Lector com `npm ci`.',
  gateway: (ms) => `O Discord responde em ${number(ms)} ms.`,
  voice: (ms, encrypted) =>
    `A voz está conectada (${number(ms)} ms), ${encrypted ? 'com' : 'sem'} criptografia de ponta a ponta.`,
  voiceUntested: () => 'Só consigo testar a voz (UDP) quando estou em um canal de voz: use `/join` e tente de novo.',
  speech: (engine, ms, place) => `${engine} funciona: primeiro som em ${number(ms)} ms (${place}).`,
  speechFailed: (engine, sentence) => `${engine} não funciona. ${sentence}`,
  database: (kind, ms) =>
    `As configurações são salvas ${kind === 'sqlite' ? 'em um arquivo' : 'no Postgres'} (${number(ms)} ms).`,
  databaseFailed: () => 'Não consigo ler as configurações. Confira o espaço em disco e a conexão com o banco de dados.',
  budget: (used, cap) => `Hoje este servidor já usou ${number(used)} de ${characters(cap)}.`,
  noBudget: (used) => `Hoje este servidor já usou ${characters(used)} (sem limite).`,
  clockWrong: (seconds, isFast) =>
    `O relógio da minha máquina está ${number(seconds)} s ${isFast ? 'adiantado' : 'atrasado'}. Eu compenso isso, mas quem mantém este bot deveria ativar a sincronização de horário (NTP).`,
}
