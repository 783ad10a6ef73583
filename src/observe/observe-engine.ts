import type { Log } from '../kernel/log.ts'
import type { SpeechEngine, SpeechEvent, SpeechNotice, Utterance } from '../speech/engine.ts'
import { wrapped } from '../speech/stack/wrapped.ts'

/**
 * Logs why another engine speaks than the requested one: once per reason, and once when the requested engine speaks
 * again. Neither texts nor the voice names that people typed are logged.
 *
 * @param onReplaced called each time another engine speaks
 */
export function observeEngine(
  engine: SpeechEngine,
  log: Log,
  onReplaced: (engine: string, by: string, because: string) => void = () => undefined,
): SpeechEngine {
  /** By engine, and by server if the reason belongs to that server: which engine replaces it, and why. */
  const replaced = new Map<string, string>()
  const knownVoices = new Set<string>()

  function heed(notice: SpeechNotice, guildId: string | undefined): void {
    if (notice.code === 'engine-replaced') {
      const { engine, by, because } = notice
      onReplaced(engine, by, because.code)
      const ofServer = because.code === 'speech.budget' ? { guildId } : {}
      const key = keyOf(engine, ofServer.guildId)
      const reason = `${by} ${because.code}`
      if (replaced.get(key) !== reason)
        log.warn({ engine, by, because: because.code, ...ofServer }, 'another engine speaks')
      replaced.set(key, reason)
    } else if (notice.code === 'voice-replaced') {
      const { engine, by } = notice
      const key = `${engine} ${by}`
      if (!knownVoices.has(key)) log.info({ engine, by, because: 'speech.voice-unknown' }, 'another voice speaks')
      knownVoices.add(key)
    }
  }

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    for await (const event of engine.speak(utterance, signal)) {
      if (event.kind === 'notice') heed(event.notice, utterance.origin)
      if (event.kind === 'end' && !event.receipt.makeshift) {
        const { engine } = event.receipt
        const keys = [keyOf(engine), keyOf(engine, utterance.origin)]
        if (keys.filter((key) => replaced.delete(key)).length > 0) log.info({ engine }, 'the engine speaks again')
      }
      yield event
    }
  }

  return wrapped(engine, speak)
}

function keyOf(engine: string, guildId = ''): string {
  return `${engine} ${guildId}`
}
