type Fields = Readonly<Record<string, unknown>>

/**
 * Where events are written for the person who runs the bot. Fields hold ids, codes and times; never people's words,
 * tokens, keys or signed URLs.
 */
export interface Log {
  debug(fields: Fields, message: string): void
  info(fields: Fields, message: string): void
  warn(fields: Fields, message: string): void
  error(fields: Fields, message: string): void
}
