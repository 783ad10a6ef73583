import { choice, counted, lasting } from '../../counted.ts'
import type { Spoken } from '../../spoken.ts'

const either = choice('pt')

export const spoken = {
  says: (name) => `${name} diz`,
  answers: (name, other) => `${name} responde a ${other}`,
  sends: (name) => `${name} envia`,

  someone: 'alguém',
  aRole: 'um cargo',
  aChannel: 'um canal',
  everyone: 'todos',
  everyoneHere: 'todos aqui',
  command: (name) => `comando ${name}`,

  link: 'link',
  links: counted('pt', { single: 'link', other: '# links' }),
  linkTo: (domain) => `link para ${domain}`,
  code: 'código',
  spoiler: 'spoiler',
  times: (count, name) => `${count} vezes ${name}`,
  emojis: counted('pt', { single: 'um emoji', other: '# emojis' }),
  at: 'arroba',
  dot: 'ponto',
  signs: {
    questionMark: 'ponto de interrogação',
    exclamationMark: 'ponto de exclamação',
    ellipsis: 'reticências',
    dot: 'ponto',
    plus: 'mais',
    minus: 'menos',
    equals: 'igual',
    arrowUp: 'seta para cima',
    slash: 'barra',
    hash: 'hashtag',
    at: 'arroba',
    percent: 'por cento',
    and: 'e',
  },

  forwarded: 'encaminhado',
  poll: (question) => `enquete: ${question}`,
  options: (answers) => `opções: ${either(answers)}`,
  sticker: (name) => (name === '' ? 'figurinha' : `figurinha ${name}`),
  embed: (title) => `prévia: ${title}`,
  images: counted('pt', { single: 'imagem', other: '# imagens' }),
  videos: counted('pt', { single: 'vídeo', other: '# vídeos' }),
  audios: counted('pt', { single: 'arquivo de áudio', other: '# arquivos de áudio' }),
  files: counted('pt', { single: 'arquivo', other: '# arquivos' }),
  file: (name) => `arquivo ${name}`,
  voiceMessage: 'mensagem de voz',
  duration: lasting('pt'),

  andSoOn: 'e assim por diante',

  joins: (name) => `${name} entrou`,
  leaves: (name) => `${name} saiu`,
  leftOut: counted('pt', { single: 'uma mensagem pulada', other: '# mensagens puladas' }),
} as const satisfies Spoken
