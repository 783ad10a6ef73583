import type { ChatCommand } from '../../src/interactions/command.ts'
import { LectorError } from '../../src/kernel/errors.ts'

export const styleRemove = {
  kind: 'chat',
  path: 'style remove',
  needs: 'manage-server',
  options: [{ name: 'name', kind: 'string', required: true, suggests: true }],
  async run({ services, guildId, options, settings, texts }) {
    const name = options.string('name') ?? ''
    const { presets } = (await settings()).guild
    if (!presets.has(name))
      throw new LectorError(
        'settings.unknown-preset',
        { name },
        'Cannot remove style: the server has no style of this name',
      )
    await services.settings.guilds.setPreset(guildId, name, null)
    return texts.settings.presetRemoved(name)
  },
  async suggest(_option, typed, { settings }) {
    const { presets } = (await settings()).guild
    const wanted = typed.trim().toLowerCase()
    return [...presets.keys()]
      .filter((name) => name.toLowerCase().includes(wanted))
      .map((name) => ({ name, value: name }))
  },
} satisfies ChatCommand
