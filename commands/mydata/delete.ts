import type { ChatCommand } from '../../src/interactions/command.ts'

export const mydataDelete = {
  kind: 'chat',
  path: 'mydata delete',
  async run({ texts: { settings } }) {
    const buttons = [
      { action: 'delete', label: settings.dataConfirm(), style: 'danger' },
      { action: 'keep', label: settings.dataCancel() },
    ] as const
    return { text: settings.dataAsk(), rows: [{ buttons }] }
  },
  async press(action, _values, { services, guildId, userId, texts }) {
    if (action !== 'delete') return texts.settings.dataKept()
    const { data, members } = services.settings
    // Deleting everything must not make Lector read the person again.
    await data.deleteMember(userId, { keepDoNotRead: true })
    const { optedOut } = await members.read(guildId, userId)
    const isOut = optedOut.here || optedOut.everywhere
    return isOut ? texts.settings.dataDeletedButOptOut() : texts.settings.dataDeleted()
  },
} satisfies ChatCommand
