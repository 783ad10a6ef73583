import type { Log } from '../kernel/log.ts'
import type { SpeechEvent, SpeechNotice } from '../speech/engine.ts'
import type { Stage } from '../speech/stack/staged.ts'

/**
 * Logs why another engine or voice speaks: once for each reason, and once when the engine speaks again. Neither what is
 * said nor what a person calls a voice is logged.
 *
 * @param onReplaced told each time another engine speaks
 */
export function speechObservation(
  log: Log,
  onReplaced: (engine: string, by: string, because: string) => void = () => undefined,
): Stage {
  /** By engine, and by server if the reason is that server's: the fallback and the reason. */
  const replaced = new Map<string, string>()
  const knownVoices = new Set<string>()

  function observe(notice: SpeechNotice, guildId: string | undefined): void {
    if (notice.code === 'engine-replaced') {
      const { engine, by, because } = notice
      onReplaced(engine, by, because.code)
      const ofServer = because.code === 'speech.budget' ? { guildId } : {}
      const key = keyOf(engine, ofServer.guildId)
      const reason = `${by} ${because.code}`
      if (replaced.get(key) !== reason)
        log.warn({ engine, by, because: because.code, reason: because.message, ...ofServer }, 'another engine speaks')
      replaced.set(key, reason)
    } else if (notice.code === 'voice-replaced') {
      const { engine, by } = notice
      const key = `${engine} ${by}`
      if (!knownVoices.has(key)) log.info({ engine, by, because: 'speech.voice-unknown' }, 'another voice speaks')
      knownVoices.add(key)
    }
  }

  function observeEnd({ receipt }: Extract<SpeechEvent, { kind: 'end' }>, guildId: string | undefined): void {
    const { engine, fallback } = receipt
    if (fallback) return
    const keys = [keyOf(engine), keyOf(engine, guildId)]
    if (keys.filter((key) => replaced.delete(key)).length > 0) log.info({ engine }, 'the engine speaks again')
  }

  return {
    enter: ({ guildId }) => ({
      pass(event) {
        if (event.kind === 'notice') observe(event.notice, guildId)
        if (event.kind === 'end') observeEnd(event, guildId)
        return [event]
      },
    }),
  }
}

function keyOf(engine: string, guildId = ''): string {
  return `${engine} ${guildId}`
}
