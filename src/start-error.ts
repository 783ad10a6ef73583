import { ConfigError } from './config/config.ts'
import { TakenError } from './fleet/ownership.ts'
import { isLectorError } from './kernel/errors.ts'

/** What the person at the console should do about a start that failed; the error itself where we know no better. */
export function explainStartError(error: unknown): string {
  if (error instanceof ConfigError) return `${error.message}\nSet it in the file .env; .env.example explains each line.`
  if (error instanceof TypeError && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return error.message.split('. ')[0] ?? error.message
  }
  if (isLectorError(error) && error.code.startsWith('settings.')) return error.message
  if (error instanceof TakenError) return error.message
  const said = saidBy(error)
  if (/TokenInvalid|invalid token|401: Unauthorized/i.test(said)) {
    return 'Discord does not accept DISCORD_TOKEN. Copy it again: Discord developer portal, your application, Bot, Reset Token.'
  }
  if (/DisallowedIntents|disallowed intents/i.test(said)) {
    return 'Discord refuses an intent. Switch on "Message Content Intent": Discord developer portal, your application, Bot.'
  }
  const [port] = /\bEADDRINUSE\b.*|\bEACCES\b.*listen.*|listen EACCES.*/.exec(said) ?? []
  if (port) return `A port cannot be opened (${port}). Set another one in LECTOR_HTTP.`
  const [certificate] = CERTIFICATES.exec(said) ?? []
  if (certificate) return explainCertificate(certificate)
  const [away] = AWAY.exec(said) ?? []
  if (away) return `Discord cannot be reached (${away}). Check the network and DISCORD_API.${aboutProxy()}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

const AWAY = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT/
const CERTIFICATES =
  /CERT_NOT_YET_VALID|CERT_HAS_EXPIRED|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY/

/** The codes and messages of an error and of what caused it. */
function saidBy(error: unknown, depth = 4): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  return `${code} ${error.message} ${depth > 0 && error.cause !== undefined ? saidBy(error.cause, depth - 1) : ''}`
}

function explainCertificate(code: string): string {
  if (code === 'CERT_NOT_YET_VALID' || code === 'CERT_HAS_EXPIRED') {
    return `Discord's certificate is not valid now (${code}). Check the clock of this machine: it says ${new Date().toISOString()}.`
  }
  return `Something on the way replaces Discord's certificate (${code}). Name its authority in NODE_EXTRA_CA_CERTS.`
}

function aboutProxy(): string {
  const name = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].find((variable) => process.env[variable])
  if (name === undefined) return ''
  return ` Lector does not use ${name}: voice is UDP, which a proxy does not carry. Let this machine reach Discord directly.`
}
