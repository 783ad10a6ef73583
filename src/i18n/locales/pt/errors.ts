import type { ErrorTexts } from '../../catalogue.ts'
import { choice, measured } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { characters, messages, number, people, seconds, words } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('pt')
const most = measured({ number, characters, seconds })
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'Avise a pessoa que administra este bot.'
const askServer = 'Quem gerencia o servidor pode aumentar o limite.'

const permissions = {
  ViewChannel: 'Ver canal',
  Connect: 'Conectar',
  Speak: 'Falar',
  ReadMessageHistory: 'Ver histórico de mensagens',
  ManageGuild: 'Gerenciar servidor',
} as const

const budgets = {
  'bot-month': (cap: number) =>
    `Este bot já gastou o limite deste mês (${characters(cap)}); a contagem recomeça no dia 1.`,
  'bot-day': (cap: number) =>
    `Este bot já gastou o limite de hoje (${characters(cap)}); a contagem recomeça às 00:00 UTC.`,
  'server-month': (cap: number) =>
    `Este servidor já gastou o limite deste mês (${characters(cap)}); a contagem recomeça no dia 1.`,
  'server-day': (cap: number) =>
    `Este servidor já gastou o limite de hoje (${characters(cap)}); a contagem recomeça às 00:00 UTC.`,
  'member-month': (cap: number) =>
    `Você já gastou seu limite deste mês (${characters(cap)}); a contagem recomeça no dia 1.`,
  'member-day': (cap: number) =>
    `Você já gastou seu limite de hoje (${characters(cap)}); a contagem recomeça às 00:00 UTC.`,
  'member-hour': (cap: number) => `Você já gastou seu limite desta hora (${characters(cap)}). Espere um pouco.`,
} as const

const patterns = {
  syntax: 'Não consigo usar esse padrão: ele tem um erro, como um parêntese aberto.',
  unsupported: 'Não consigo usar esse padrão: lookaround e retrorreferências não funcionam. Tente um mais simples.',
  'too-large': 'Não consigo usar esse padrão: é complexo demais. Deixe mais curto.',
  empty: 'Não consigo usar esse padrão: ele também combina com um texto vazio. Torne pelo menos uma letra obrigatória.',
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `O serviço de voz recusou a chave de API. ${askHost}`,
  'speech.access': ({ model }) => `A chave de API não tem acesso ao modelo de voz ${model}. ${askHost}`,
  'speech.quota': () => `A cota do serviço de voz acabou. ${askHost}`,
  'speech.billing': () => `O serviço de voz avisou de um problema de pagamento. ${askHost}`,
  'speech.blocked': () => 'O serviço de voz recusou este texto por causa do conteúdo. Tente com outras palavras.',
  'speech.model-gone': ({ model }) =>
    `O modelo de voz ${model} não está disponível (nome errado ou descontinuado). ${askHost}`,
  'speech.voice-unknown': ({ voice }) =>
    `Não existe nenhuma voz chamada ${voice}. Escolha uma da lista que aparece enquanto você digita.`,
  'speech.text-too-long': ({ limit }) =>
    `O serviço de voz aceita no máximo ${characters(limit)} de uma vez. Encurte o texto.`,
  'speech.style-too-long': ({ limit }) =>
    `Esse estilo é longo demais: o limite é de umas ${words(limit)}. Encurte um pouco.`,
  'speech.unpronounceable': () =>
    'A voz local só sabe ler texto em letras latinas. Para outros idiomas, a pessoa que administra este bot pode adicionar uma chave do serviço de voz.',
  'speech.bad-request': () => `O serviço de voz recusou o pedido por ser inválido. ${askHost}`,
  'speech.rate-limited': () => 'O serviço de voz está ocupado. Tente de novo daqui a um minuto.',
  'speech.server': () => 'O serviço de voz está com um problema. Tente de novo daqui a pouco.',
  'speech.network': () => 'Não consigo acessar o serviço de voz. Tente de novo daqui a pouco.',
  'speech.timeout': () => 'O serviço de voz demorou demais para responder. Tente de novo daqui a pouco.',
  'speech.cut': () => 'O serviço de voz parou antes da hora, e o final pode estar faltando. Tente de novo.',
  'speech.malformed': () => 'O serviço de voz mandou algo que não é áudio. Tente de novo daqui a pouco.',
  'speech.budget': ({ scope, cap, byHost }) =>
    `${budgets[scope](cap)} ${byHost || scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => 'Não há nada nesse texto que eu consiga falar. Escreva algumas palavras.',
  'text.too-long': ({ length, limit }) =>
    `Seu texto tem ${characters(length)}, e o limite é ${number(limit)}. Encurte um pouco.`,

  'voice.caller-not-in-channel': () => 'Entre primeiro em um canal de voz e tente de novo.',
  'voice.caller-silenced': () =>
    'Não posso falar por você aqui: este servidor excluiu você da leitura, ou alguém da moderação silenciou você no canal de voz. Fale com a moderação.',
  'voice.not-connected': () => 'Não estou em nenhum canal de voz. Use `/join` para me chamar para o seu.',
  'voice.missing-permission': ({ permission, channel }) =>
    `Preciso da permissão **${permissions[permission]}** em **${channel}**. Quem gerencia o servidor pode me dar nas configurações do canal.`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}** está cheio (${people(limit)}). Abra espaço ou escolha outro canal.`,
  'voice.timed-out-member': () =>
    'Estou de castigo neste servidor, então não posso falar. Alguém da moderação pode tirar o castigo.',
  'voice.join-failed': ({ channel }) => `Não consegui me conectar a **${channel}**. Tente de novo daqui a pouco.`,
  'voice.udp-blocked': ({ address }) =>
    `O UDP para ${address} não tem resposta, então ninguém consegue me ouvir: há um firewall ou NAT no caminho. Continuo tentando.`,
  'voice.not-in-my-channel': ({ channel }) =>
    `Estou falando para pessoas em **${channel}**. Entre lá para fazer isso ou peça a quem gerencia o servidor.`,
  'voice.turn-over': () => 'Havia outras pessoas esperando, então parei seu texto depois de um minuto.',
  'voice.queue-full': ({ limit }) =>
    `Já há ${messages(limit)} na fila. Tente de novo quando houver menos ou use \`/stop\`.`,
  'voice.nothing-playing': () => 'Não estou falando nada agora.',
  'voice.busy-elsewhere': ({ channel }) =>
    `Estou falando em **${channel}** agora. Entre lá também ou use \`/leave\` lá primeiro.`,
  'voice.too-busy': () =>
    'Estou falando em servidores demais agora; com mais um, minha voz falharia em todos. Tente de novo daqui a pouco.',

  'settings.value-out-of-range': ({ setting, min, max, unit }) =>
    `**${named(setting)}** precisa ficar entre ${number(min)} e ${most(max, unit)}.`,
  'settings.value-not-allowed': ({ setting, value }) =>
    value === undefined
      ? `Esse valor não serve para **${named(setting)}**.`
      : `“${value}” não serve para **${named(setting)}**. Escolha algo da lista.`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `Não existe nenhuma voz chamada ${voice}. Você quis dizer ${oneOf(nearest)}?`
      : `Não existe nenhuma voz chamada ${voice}. Escolha uma da lista que aparece enquanto você digita.`,
  'settings.engine-not-configured': ({ engine, variable }) =>
    `Este bot não está configurado para o serviço de voz ${engine}. Quem o mantém precisa definir \`${variable}\`.`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `O modelo ${model} não tem a voz ${voice}. Ela existe em ${oneOf(models)}.`
      : `O modelo ${model} não tem a voz ${voice}. Escolha outra.`,
  'settings.unknown-preset': ({ name }) =>
    `Este servidor não tem nenhum estilo chamado ${name}. Use \`/style list\` para ver todos.`,
  'settings.too-many': ({ setting, limit }) =>
    `A lista **${named(setting)}** está cheia (máximo: ${number(limit)}). Remova algo primeiro.`,
  'settings.bad-pattern': ({ reason }) => patterns[reason],
  'settings.patterns-too-large': () =>
    'Os padrões desta lista, juntos, são complexos demais. Remova um com `/words remove` ou simplifique-os.',
  'settings.bad-file': ({ line }) =>
    `Não consigo ler a linha ${number(line)} do arquivo, então nada mudou. Corrija e tente de novo. Com \`/words export\` você tem um exemplo.`,
  'settings.not-saved': () => 'Não consegui salvar, então nada mudou. Tente de novo daqui a pouco.',
  'settings.not-read': () => 'Não consigo acessar minhas configurações agora. Tente de novo daqui a pouco.',
  'settings.not-migrated': () => `Não consegui atualizar meu banco de dados. ${askHost}`,

  'app.not-ready': () => 'Ainda estou iniciando aqui. Tente de novo daqui a pouco.',
  'app.stopping': () => 'Estou reiniciando. Tente de novo daqui a um minuto.',
  'app.not-allowed': ({ permission }) =>
    `Você precisa da permissão **${permissions[permission]}** para fazer isso aqui.`,
  'app.file-too-large': ({ limit }) => `Esse arquivo é grande demais (limite: ${number(limit)} KiB).`,
  'app.file-not-read': () => 'Não consegui ler esse arquivo. Confira se é um arquivo de texto e anexe de novo.',
  'app.unexpected': ({ id }) => `Algo deu errado do meu lado. ${askHost} Os detalhes estão no log como ${id}.`,
}
