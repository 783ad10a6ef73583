import type { LectorError } from '../kernel/errors.ts'
import type { ConfiguredEngine, HostHints } from './engine-description.ts'

/**
 * What the person at the console should do about an engine that does not speak: the variable to look at, and what the
 * provider said. The error's message holds HTTP status, code and reason, and never people's words or keys.
 */
export function hostAdvice(error: LectorError, engine: ConfiguredEngine | undefined): string {
  const advice = adviceOn(error, engine?.hints ?? {}, engine)
  return `${advice}\n    ${error.message}`
}

function adviceOn(error: LectorError, hints: HostHints, engine: ConfiguredEngine | undefined): string {
  const { key = 'the key', address = 'the address', model = 'the model', voice = 'LECTOR_VOICE' } = hints
  const { account = 'the account', host = engine?.host ?? 'the service' } = { ...hints }
  switch (error.code) {
    case 'speech.auth':
      return hints.region
        ? `${host} does not accept ${key}. Keys belong to one region: compare ${hints.region} with where the key was made.`
        : `${host} does not accept ${key}. Check that it is set and whole.`
    case 'speech.access':
      return `${key} is right, but may not use this model. Check ${model}, and the rights of the key in ${account}.`
    case 'speech.quota':
      return `The quota is used up. Look at ${account}.`
    case 'speech.billing':
      return `The bill is the problem. Look at ${account}.`
    case 'speech.model-gone':
      return `${host} has no such model. Check ${model}.`
    case 'speech.voice-unknown':
      return `${host} has no such voice. Check LECTOR_VOICE${voice === 'LECTOR_VOICE' ? '' : ` and ${voice}`}.`
    case 'speech.bad-request':
      return isAboutAddress(error)
        ? `Nothing speaks at this address. Check ${address}${hints.addressForm ? `: ${hints.addressForm}` : ''}.`
        : `${host} refused the request. Check ${[address, model].join(' and ')}.`
    case 'speech.network':
      return `${host} cannot be reached. Check that it runs, and ${address}.`
    case 'speech.timeout':
      return `${host} is too slow, or does not answer.${hints.timeout ? ` ${hints.timeout} gives it more seconds.` : ''}`
    case 'speech.rate-limited':
      return `${host} is busy: too many requests. Try again in a minute.`
    case 'speech.malformed':
      return `${host} sent no sound that can be played. Check ${[address, hints.format].filter(Boolean).join(' and ')}.`
    case 'speech.server':
      return `${host} failed on its side. Look at its log.`
    case 'speech.cut':
      return `${host} stopped in the middle. Look at its log.`
    case 'speech.blocked':
      return `${host} refused the text because of its content.`
    case 'speech.text-too-long':
      return `${host} refused the text because of its length.`
    case 'speech.unpronounceable':
      return 'The free voice speaks text in Latin letters only. Configure a speech service, or install eSpeak NG.'
    default:
      return 'Speech failed.'
  }
}

function isAboutAddress({ params }: LectorError): boolean {
  const { status } = params as { status?: number }
  return status === 404 || status === 405
}
