import type { VoiceSessions } from '../call/sessions.ts'
import { isLectorError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'

/** Logs the events in voice channels: ids, codes and times. */
export function observeVoice(sessions: VoiceSessions, log: Log): void {
  sessions.on('state', (guildId, state) => {
    if (state.status !== 'left') {
      log.info({ guildId, channelId: state.channelId, status: state.status }, 'voice session')
      return
    }
    const { reason } = state
    const detail =
      reason.kind === 'failed' ? { code: reason.error.code } : reason.kind === 'lost' ? { loss: reason.loss } : {}
    log.info({ guildId, status: state.status, reason: reason.kind, ...detail }, 'voice session')
  })
  sessions.on('trouble', (guildId, { code, message }) => {
    log.warn({ guildId, code, reason: message }, 'a voice connection attempt failed')
  })
  sessions.on('spoken', (guildId, { id, outcome, played, waited, synthesis, sending }) => {
    const times = { waited, synthesis, sending, frames: played.frames, bridged: played.bridged }
    if (outcome.kind !== 'failed') {
      const receipt = outcome.kind === 'spoken' ? outcome.receipt : undefined
      const { engine, model, characters } = receipt ?? {}
      log.info({ guildId, id, outcome: outcome.kind, engine, model, characters, ...times }, 'utterance')
      return
    }
    const code = isLectorError(outcome.error) ? outcome.error.code : 'unexpected'
    log.warn({ guildId, id, outcome: outcome.kind, code, err: outcome.error, ...times }, 'utterance')
  })
}
