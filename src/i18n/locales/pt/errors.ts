import type { ErrorTexts } from '../../catalogue.ts'
import { choice } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { characters, messages, number, people, words } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('pt')
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'Avise a pessoa que administra este bot.'
const askServer = 'Peça mais a quem gerencia este servidor.'

const permissions = {
  ViewChannel: 'Ver canal',
  Connect: 'Conectar',
  Speak: 'Falar',
  ReadMessageHistory: 'Ver histórico de mensagens',
  ManageGuild: 'Gerenciar servidor',
} as const

const budgets = {
  'bot-month': (cap: number) => `Este bot já gastou o limite de fala deste mês (${characters(cap)}).`,
  'bot-day': (cap: number) => `Este bot já gastou o limite de fala de hoje (${characters(cap)}).`,
  'server-month': (cap: number) => `Este servidor já gastou o limite de fala deste mês (${characters(cap)}).`,
  'server-day': (cap: number) => `Este servidor já gastou o limite de fala de hoje (${characters(cap)}).`,
  'member-month': (cap: number) => `Você já gastou seu limite de fala deste mês (${characters(cap)}).`,
  'member-day': (cap: number) => `Você já gastou seu limite de fala de hoje (${characters(cap)}).`,
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `O serviço de voz não aceita a chave. ${askHost}`,
  'speech.access': ({ model }) => `O serviço de voz não libera o modelo ${model} para esta chave. ${askHost}`,
  'speech.quota': () => `A cota do serviço de voz acabou. ${askHost}`,
  'speech.billing': () => `Há um problema de pagamento na conta do serviço de voz. ${askHost}`,
  'speech.blocked': () => 'O serviço de voz recusou este texto por causa do conteúdo. Tente com outras palavras.',
  'speech.model-gone': ({ model }) => `O modelo de voz ${model} não existe mais. ${askHost}`,
  'speech.voice-unknown': ({ voice }) =>
    `Não existe nenhuma voz chamada ${voice}. Escolha uma da lista que aparece enquanto você digita.`,
  'speech.text-too-long': ({ limit }) =>
    `É longo demais para o serviço de voz: no máximo ${characters(limit)} de uma vez.`,
  'speech.style-too-long': ({ limit }) =>
    `Essa descrição de como falar é longa demais: no máximo umas ${words(limit)}. Encurte um pouco.`,
  'speech.unpronounceable': () =>
    'A voz local só sabe ler texto em letras latinas. Para outros idiomas, a pessoa que administra este bot pode adicionar uma chave do serviço de voz.',
  'speech.bad-request': () => `O serviço de voz não entendeu o pedido. ${askHost}`,
  'speech.rate-limited': () => 'O serviço de voz está ocupado. Tente de novo daqui a um minuto.',
  'speech.server': () => 'O serviço de voz está com um problema. Tente de novo daqui a pouco.',
  'speech.network': () => 'Não consigo acessar o serviço de voz. Tente de novo daqui a pouco.',
  'speech.timeout': () => 'O serviço de voz não respondeu a tempo. Tente de novo daqui a pouco.',
  'speech.cut': () => 'O serviço de voz parou no meio, e o final pode estar faltando. Tente de novo.',
  'speech.malformed': () => 'O serviço de voz respondeu com algo que não é fala. Tente de novo daqui a pouco.',
  'speech.budget': ({ scope, cap }) => `${budgets[scope](cap)} ${scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => 'Não há nada para falar nesse texto. Escreva algumas palavras.',
  'text.too-long': ({ length, limit }) =>
    `São ${characters(length)}, e de uma vez só consigo falar ${number(limit)}. Encurte um pouco.`,

  'voice.caller-not-in-channel': () => 'Entre primeiro em um canal de voz e tente de novo: eu falo onde você está.',
  'voice.caller-silenced': () =>
    'Não posso falar por você aqui: este servidor não quer que eu leia você, ou alguém da moderação silenciou você no canal de voz. Fale com quem gerencia o servidor.',
  'voice.not-connected': () => 'Não estou em nenhum canal de voz. Use `/join` para me chamar para o seu.',
  'voice.missing-permission': ({ permission, channel }) =>
    `Preciso da permissão **${permissions[permission]}** em **${channel}**. Quem gerencia o servidor pode me dar nas configurações do canal.`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** está cheio (${people(limit)}). Abra espaço ou escolha outro canal.`,
  'voice.timed-out-member': () =>
    'Estou de castigo neste servidor e não posso falar. Alguém da moderação pode tirar o castigo.',
  'voice.join-failed': ({ channel }) => `Não consegui me conectar a **${channel}**. Tente de novo daqui a pouco.`,
  'voice.queue-full': ({ limit }) =>
    `Já há ${messages(limit)} na fila. Tente de novo quando eu tiver falado algumas ou use \`/stop\`.`,
  'voice.nothing-playing': () => 'Não estou falando nada agora.',
  'voice.busy-elsewhere': ({ channel }) =>
    `Estou falando para outras pessoas em **${channel}**. Entre lá também ou use \`/leave\` lá primeiro.`,
  'voice.too-busy': () =>
    'Estou falando em tantos servidores que, com mais um, minha voz falharia em todos. Tente de novo daqui a pouco.',

  'settings.value-out-of-range': ({ setting, min, max }) =>
    `**${named(setting)}** precisa ficar entre ${number(min)} e ${number(max)}.`,
  'settings.value-not-allowed': ({ setting }) => `Esse valor não serve para **${named(setting)}**.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `Não existe nenhuma voz chamada ${voice}. Você quis dizer ${oneOf(nearest)}?`
      : `Não existe nenhuma voz chamada ${voice}. Escolha uma da lista que aparece enquanto você digita.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `O modelo ${model} não tem a voz ${voice}. Ela existe em ${oneOf(models)}.`
      : `O modelo ${model} não tem a voz ${voice}. Escolha outra.`,
  'settings.unknown-preset': ({ name }) =>
    `Este servidor não tem nenhum estilo chamado ${name}. Use \`/style list\` para ver todos.`,
  'settings.too-many': ({ setting, limit }) =>
    `A lista **${named(setting)}** está cheia (máximo: ${number(limit)}). Remova algo primeiro.`,
  'settings.bad-pattern': () =>
    'Esse padrão não pode ser usado: lookaround e retrorreferências não funcionam aqui. Tente um mais simples.',
  'settings.patterns-too-large': () =>
    'Os padrões desta lista, somados, são grandes demais. Remova um com `/words remove` ou simplifique-os.',
  'settings.bad-file': ({ line }) =>
    `Não consigo ler a linha ${number(line)} do arquivo. Corrija e tente de novo; nada foi alterado.`,
  'settings.not-saved': () => 'Não consegui salvar, então nada mudou. Tente de novo daqui a pouco.',
  'settings.not-read': () => 'Não consigo acessar minhas configurações agora. Tente de novo daqui a pouco.',
  'settings.not-migrated': () => `Não foi possível atualizar minhas configurações. ${askHost}`,

  'app.stopping': () => 'Estou reiniciando. Tente de novo daqui a um minuto.',
  'app.not-allowed': ({ permission }) =>
    `Aqui, só quem tem a permissão **${permissions[permission]}** pode fazer isso.`,
  'app.file-too-large': ({ limit }) => `Esse arquivo é grande demais: no máximo ${number(limit)} KiB.`,
  'app.file-not-read': () => 'Não consegui ler esse arquivo. Precisa ser um arquivo de texto; anexe de novo.',
  'app.unexpected': ({ id }) =>
    `Aconteceu um erro que não deveria acontecer. ${askHost} No log, ele aparece como ${id}.`,
}
