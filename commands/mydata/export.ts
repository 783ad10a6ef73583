import type { ChatCommand } from '../../src/interactions/command.ts'

export const mydataExport = {
  kind: 'chat',
  path: 'mydata export',
  async run({ services, userId, texts }) {
    const data = await services.settings.data.exportMember(userId)
    return {
      text: texts.settings.dataExported(),
      files: [{ name: 'lector-data.json', data: Buffer.from(`${JSON.stringify(data, undefined, 2)}\n`) }],
    }
  },
} satisfies ChatCommand
