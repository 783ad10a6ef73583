import { ApplicationFlags, REST, Routes } from 'discord.js'

/** Whose token it is, and whether its application may read messages. Throws what Discord answers. */
export async function checkToken(
  api: string,
  token: string,
): Promise<{ readonly name: string; readonly readsMessages: boolean }> {
  const rest = new REST({ api, retries: 0 }).setToken(token)
  const { name, flags = 0 } = (await rest.get(Routes.currentApplication())) as { name: string; flags?: number }
  const allowed = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited
  return { name, readsMessages: (flags & allowed) !== 0 }
}
