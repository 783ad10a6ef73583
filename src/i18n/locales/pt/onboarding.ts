import type { OnboardingTexts } from '../../onboarding.ts'
import { number } from './counts.ts'

export const onboarding: OnboardingTexts = {
  greeting: () =>
    'Oi, eu sou o Lector! Leio as mensagens em voz alta no canal de voz e falo o que vocês digitarem com `/say`. O resto está em `/help`.',
  setUp: () => 'Configurar',
  tryVoice: () => 'Testar uma voz',
  readThisChannel: () => 'Ler este canal',
  step: (step, steps, title) => `Passo ${number(step)} de ${number(steps)}: **${title}**`,
  titles: {
    voice: 'Voz e idioma',
    channel: 'Canal para ler',
    people: 'Quem eu leio',
    announcements: 'Avisos',
  },
  askVoice: () =>
    'Escolha a voz de quem ainda não escolheu nenhuma. Se você estiver em um canal de voz, já vai ouvir lá.',
  askChannel: () =>
    'Aperte o botão no canal de texto que você quer que eu leia. Vou ler no canal de voz em que você está.',
  askPeople: () => 'De quem eu devo ler as mensagens? Para limitar por cargo, use `/server roles`.',
  onlyPresent: () => 'Só quem está no canal de voz',
  everyone: () => 'Todos que escrevem lá',
  askAnnouncements: () => 'O que devo falar além das mensagens?',
  finish: () => 'Concluir',
  done: () =>
    'Tudo pronto! Entre em um canal de voz e use `/say`, ou escreva em um canal que eu leio. Com `/setup` você volta aqui, e `/server panel` tem mais configurações.',
  help: () => 'O que posso fazer por você:',
  helpSay: () => 'Falar algo no seu canal de voz: `/say`',
  helpVoice: () => 'Escolher a sua própria voz: `/voice list`',
  helpStop: () => 'Me interromper ou me mandar embora: `/skip`, `/stop`, `/leave`',
  helpWords: () => 'Me ensinar uma palavra ou o seu nome: `/words add`, `/nickname set`',
  helpPrivacy: () => 'Não ser lido, ou ver o que eu guardo: `/optout here`, `/privacy`',
  helpMenus: () =>
    'Clique com o botão direito em uma mensagem e escolha *Apps* para eu ler ou para saber por que não li.',
  helpManagers: () => 'Como você gerencia este servidor:',
  helpSetUp: () => 'Me configurar passo a passo: `/setup`',
  helpChannels: () => 'Me fazer ler um canal: `/read here`, `/read list`',
  helpLimits: () => 'Definir limites e orçamentos: `/server limits`, `/server budget`',
  helpDoctor: () => 'Descobrir o que está errado: `/doctor`',
  joinMe: () => 'Venha para o meu canal',
  leaveMeOut: () => 'Não me leia',
  checkAll: () => 'Verificar tudo',
  naturalVoices: () =>
    'Estas são vozes simples que vêm comigo. Para ter vozes naturais em dez idiomas, quem mantém este bot pode adicionar uma chave com `npm run setup`.',
}
