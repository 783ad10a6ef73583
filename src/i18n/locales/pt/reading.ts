import { counted } from '../../counted.ts'
import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { messages } from './counts.ts'

const skipped = counted('pt', { single: '1 pulada', other: '# puladas' })

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `A partir de agora vou ler ${channel} em voz alta em **${voice}**.`,
  willReadHere: (channel, voice) =>
    `Vou ler ${channel} em voz alta sempre que eu estiver em **${voice}**. Vá até lá e use \`/join\` para me chamar.`,
  notReadAnyMore: (channel) => `Não leio mais ${channel}.`,
  notRead: (channel) => `Eu não estava lendo ${channel}, então nada mudou. Use \`/read list\` para ver o que leio.`,
  list: () => 'Leio estes canais em voz alta:',
  listed: (channel, voice) => `${channel} em ${voice}`,
  emptyList: () =>
    'Ainda não leio nenhum canal de texto, só o chat do canal de voz em que estou. Use `/read here` em um canal de texto.',

  readingAloud: (voice) => `Estou lendo em **${voice}**.`,
  readingFrom: (count, left, voice) =>
    `Estou lendo ${messages(count)} em **${voice}**${left > 0 ? ` (${skipped(left)})` : ''}.`,
  nothingToRead: () => 'Não há nada aqui que eu possa ler.',

  youAreRead: () => 'Vou voltar a ler suas mensagens neste servidor.',
  youAreNotRead: () => 'Não vou mais ler suas mensagens neste servidor. Escolha a mesma opção de novo para desfazer.',
  isRead: (person) => `Vou voltar a ler as mensagens de ${person}.`,
  isNotRead: (person) => `Não vou mais ler as mensagens de ${person}. Escolha a mesma opção de novo para desfazer.`,

  following: (person) => `Vou seguir ${person} de um canal de voz para outro até eu sair.`,
  followingNoMore: (person) => `Não sigo mais ${person}.`,

  outcomes: {
    waiting: 'Ela está esperando a vez ou estou lendo agora mesmo.',
    spoken: 'Eu li.',
    empty: 'Não há nada nela que eu consiga falar.',
    'left-out': 'Foi pulada porque havia mensagens demais na fila.',
    dropped: 'Alguém pulou ou parou, ou eu saí antes da vez dela.',
    deleted: 'Foi excluída antes de eu terminar de ler.',
    unknown: 'Agora eu leria, mas não estava lá quando foi enviada, ou já faz tempo demais para eu lembrar.',
  },
  reasons: {
    'own-message': 'É uma das minhas próprias mensagens, e essas eu nunca leio.',
    'system-message': 'É uma mensagem do sistema do Discord.',
    command: 'É a resposta a um comando.',
    'opted-out': 'Quem escreveu escolheu não ser lido.',
    'unread-member': 'Este servidor excluiu quem escreveu da leitura.',
    'channel-not-read': 'Eu não leio este canal. Quem gerencia o servidor pode usar `/read here` nele.',
    bot: 'Quem escreveu é um bot, e neste servidor não leio bots. Dá para mudar com `/server reading`.',
    webhook: 'Veio de um webhook, e neste servidor não leio webhooks. Dá para mudar com `/server reading`.',
    'ignored-role': 'Quem escreveu tem um cargo que não leio aqui. Dá para mudar com `/server roles`.',
    'missing-role': 'Quem escreveu não tem nenhum dos cargos que leio aqui. Dá para mudar com `/server roles`.',
    'age-restricted': 'Está em um canal com restrição de idade, mas o canal de voz é aberto a todos.',
    silent: 'Foi enviada com `@silent`.',
    'ignored-prefix': 'Começa com o prefixo das mensagens que não leio. Dá para mudar com `/server reading`.',
    'missing-prefix': 'Não começa com o prefixo exigido aqui. Dá para mudar com `/server reading`.',
    'too-old': 'Tinha mais de dois minutos quando chegou até mim.',
    'not-there': 'Não estou no canal de voz em que leio este canal. Use `/join` lá.',
    'author-not-in-voice': 'Quem escreveu não está comigo no canal de voz. Dá para mudar com `/server reading`.',
    'author-muted': 'Alguém da moderação silenciou quem escreveu no canal de voz.',
    duplicate: 'O mesmo foi escrito três vezes em dez segundos, ou o mesmo texto longo duas vezes em um minuto.',
    'member-rate':
      'Quem escreveu mandou mais mensagens por minuto do que leio aqui. Dá para mudar com `/server limits`.',
    'server-rate': 'Foram enviadas mais mensagens por minuto do que leio aqui. Dá para mudar com `/server limits`.',
  },
  failed: (sentence) => `Não consegui falar. ${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { name: 'ler', description: 'Leio canais de texto em voz alta' },
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
    description: 'Sigo alguém pelos canais de voz; repita com a mesma pessoa para eu parar',
    options: { person: { name: 'pessoa', description: 'Quem; se você não disser, você' } },
  },
  'Read aloud': { name: 'Ler em voz alta', description: 'Leio esta mensagem em voz alta no seu canal de voz' },
  'Read from here': { name: 'Ler a partir daqui', description: 'Leio em voz alta esta mensagem e as seguintes' },
  'Why was this (not) read?': {
    name: 'Por que (não) foi lida?',
    description: 'Explico por que esta mensagem foi lida ou não',
  },
  "Read this person / don't": {
    name: 'Ler esta pessoa ou não',
    description: 'Ativa ou desativa a leitura desta pessoa neste servidor',
  },
}
