import { counted } from '../../counted.ts'
import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { messages } from './counts.ts'

const skipped = counted('pt', {
  single: '1 mensagem eu não posso ler ou não tem palavras',
  many: '# de mensagens eu não posso ler ou não têm palavras',
  other: '# mensagens eu não posso ler ou não têm palavras',
})

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `A partir de agora leio ${channel} em voz alta em **${voice}**.`,
  willReadHere: (channel, voice) =>
    `Vou ler ${channel} em voz alta sempre que eu estiver em **${voice}**. Vá até lá e use \`/join\` para me chamar.`,
  notReadAnyMore: (channel) => `Não leio mais ${channel}.`,
  notRead: (channel) => `Eu não leio ${channel}, então nada mudou. Use \`/read list\` para ver o que leio.`,
  list: () => 'Leio estes canais em voz alta:',
  listed: (channel, voice) => `${channel} em ${voice}`,
  emptyList: () =>
    'Ainda não leio nenhum canal, só o chat do canal de voz em que estou. Use `/read here` em um canal de texto.',

  readingAloud: (voice) => `Estou lendo em **${voice}**.`,
  readingFrom: (count, left, voice) =>
    `Estou lendo ${messages(count)} em **${voice}**${left > 0 ? `; ${skipped(left)}` : ''}.`,
  nothingToRead: () => 'Não há nada aqui que eu possa ler.',

  youAreRead: () => 'Voltei a ler suas mensagens neste servidor.',
  youAreNotRead: () => 'A partir de agora não leio suas mensagens neste servidor. Use a mesma opção para mudar isso.',
  isRead: (person) => `Voltei a ler as mensagens de ${person}.`,
  isNotRead: (person) => `A partir de agora não leio as mensagens de ${person}. Use a mesma opção para mudar isso.`,

  following: (person) => `Vou seguir ${person} de um canal de voz para outro até eu sair.`,
  followingNoMore: (person) => `Não sigo mais ${person}.`,

  fates: {
    waiting: 'Ela está esperando a vez ou estou lendo agora mesmo.',
    spoken: 'Eu li.',
    empty: 'Não há nada nela que uma voz possa falar.',
    'left-out': 'Ficou de fora porque havia mensagens demais na fila.',
    dropped: 'Alguém pulou ou parou a leitura, ou eu saí antes da vez dela.',
    deleted: 'Foi excluída antes de eu terminar de ler.',
    unknown: 'Eu leria agora, mas não estava lá quando foi escrita, ou já faz tempo demais para eu saber.',
  },
  reasons: {
    'own-message': 'É uma das minhas próprias mensagens, e essas eu nunca leio.',
    'system-message': 'Foi escrita pelo próprio Discord, não por uma pessoa.',
    command: 'É a resposta a um comando.',
    'opted-out': 'Quem escreveu não quer que eu leia.',
    'unread-member': 'Este servidor não quer que eu leia quem escreveu.',
    'channel-not-read': 'Eu não leio este canal. Quem gerencia o servidor pode usar `/read here` nele.',
    bot: 'Quem escreveu é um bot, e neste servidor não leio bots. Dá para mudar com `/server reading`.',
    webhook: 'Veio de um webhook, e neste servidor não leio webhooks. Dá para mudar com `/server reading`.',
    'ignored-role': 'Quem escreveu tem um cargo que não leio aqui. Dá para mudar com `/server roles`.',
    'missing-role': 'Quem escreveu não tem nenhum dos cargos que leio aqui. Dá para mudar com `/server roles`.',
    'age-restricted': 'Está em um canal com restrição de idade, e o canal de voz é aberto a todos.',
    silent: 'Foi enviada com `@silent`.',
    'ignored-prefix': 'Começa com o sinal que quer dizer “não leia”. Dá para mudar com `/server reading`.',
    'missing-prefix':
      'Aqui só leio mensagens que começam com um certo sinal. Use `/server reading` para ver e mudar qual é.',
    'too-old': 'Tinha mais de dois minutos quando chegou até mim.',
    'not-there': 'Não estou no canal de voz em que leio este canal. Use `/join` lá.',
    'author-not-in-voice': 'Quem escreveu não está comigo no canal de voz. Com `/server reading` posso ler todo mundo.',
    'author-muted': 'Alguém da moderação silenciou quem escreveu no canal de voz.',
    duplicate: 'Quem escreveu mandou a mesma coisa há menos de um minuto.',
    'member-rate':
      'Quem escreveu mandou, em um minuto, mais mensagens do que leio aqui. Dá para mudar com `/server limits`.',
    'server-rate': 'Em um minuto foram escritas mais mensagens do que leio aqui. Dá para mudar com `/server limits`.',
  },
  failed: (sentence) => `Não consegui falar esta mensagem. ${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { name: 'ler', description: 'Quais canais de texto eu leio em voz alta' },
  'read here': {
    name: 'aqui',
    description: 'Leio este canal de texto em voz alta',
    options: { voice: { name: 'voz', description: 'Em qual canal de voz; se você não disser, no seu' } },
  },
  'read stop': {
    name: 'parar',
    description: 'Paro de ler um canal de texto',
    options: { channel: { name: 'canal', description: 'Qual; se você não disser, este' } },
  },
  'read list': { name: 'lista', description: 'Mostro quais canais de texto leio e onde' },
  follow: {
    name: 'seguir',
    description: 'Sigo alguém pelos canais de voz; com a mesma pessoa de novo, paro de seguir',
    options: { person: { name: 'pessoa', description: 'Quem; se você não disser, você' } },
  },
  'Read aloud': { name: 'Ler em voz alta', description: 'Leio esta mensagem em voz alta no seu canal de voz' },
  'Read from here': { name: 'Ler a partir daqui', description: 'Leio em voz alta esta mensagem e as seguintes' },
  'Why was this (not) read?': {
    name: 'Por que (não) foi lida?',
    description: 'Digo o que aconteceu com esta mensagem',
  },
  "Read this person / don't": {
    name: 'Ler esta pessoa ou não',
    description: 'Mudo se leio ou não as mensagens desta pessoa neste servidor',
  },
}
