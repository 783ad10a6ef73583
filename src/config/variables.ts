import { InvalidValue, integer, oneOf, type Parse, text, url, type Variables } from '../kernel/variables.ts'
import { ENGINE_VARIABLES, ENGINES } from '../speech/engines/index.ts'

/** `9090`, `0.0.0.0:9090` or `[::]:9090`. */
const listenAddress: Parse<{ readonly host: string; readonly port: number }> = (value) => {
  const [, host, digits] = /^(?:(.+):)?(\d+)$/.exec(value) ?? []
  const port = Number(digits ?? 'none')
  if (Number.isInteger(port) && port <= 65_535) return { host: host?.replace(/^\[|\]$/g, '') ?? '127.0.0.1', port }
  throw new InvalidValue('a port, or an address and a port such as 0.0.0.0:9090')
}

/** The same upper bounds as in the settings of servers. */
const budget = integer(0, 1_000_000_000)

/** Every variable that Lector reads, in the order in which people need them; docs/configuration.md and `.env.example` list them. */
export const VARIABLES = {
  DISCORD_TOKEN: {
    group: 'Discord',
    description: 'The bot token from the Discord developer portal. Without it, Lector starts its own sandbox.',
    parse: text,
    secret: true,
  },
  LECTOR_MODE: {
    group: 'Discord',
    description:
      'What `npm start` opens: `bot`, for which a missing token is an error, or `playground`; by default the token decides.',
    parse: oneOf('bot', 'playground'),
  },
  DISCORD_API: {
    group: 'Discord',
    description: "Where Discord's REST API is; another address for a proxy or the sandbox.",
    parse: url('https:', 'http:'),
    fallback: 'https://discord.com/api',
  },
  ...ENGINE_VARIABLES,
  LECTOR_ENGINE: {
    group: 'Speech',
    description: `What speaks: ${ENGINES.map(({ id }) => `\`${id}\``).join(', ')}; by default what is configured.`,
    parse: oneOf<string>(...ENGINES.map(({ id }) => id)),
  },
  LECTOR_VOICE: {
    group: 'Behaviour',
    description: 'The voice that speaks when nobody chose one, or the nearest one that the service has.',
    parse: text,
    fallback: 'Cherry',
  },
  LECTOR_MAX_CHARACTERS: {
    group: 'Behaviour',
    description: 'The longest text of `/say`, and the most that servers can choose for messages.',
    parse: integer(1, 6000),
    fallback: '1000',
  },
  LECTOR_QUEUE_LIMIT: {
    group: 'Behaviour',
    description: 'How many texts may wait in one server, and the most that it can choose for messages.',
    parse: integer(1, 200),
    fallback: '50',
  },
  LECTOR_DAY_BUDGET: {
    group: 'Behaviour',
    description: 'Characters that the speech service may bill for all servers together in a day (UTC).',
    parse: budget,
  },
  LECTOR_MONTH_BUDGET: {
    group: 'Behaviour',
    description: 'The same in a calendar month.',
    parse: budget,
  },
  LECTOR_SERVER_DAY_BUDGET: {
    group: 'Behaviour',
    description: 'Characters for one server in a day; servers can choose fewer.',
    parse: budget,
  },
  LECTOR_SERVER_MONTH_BUDGET: {
    group: 'Behaviour',
    description: 'The same in a calendar month.',
    parse: budget,
  },
  LECTOR_MEMBER_DAY_BUDGET: {
    group: 'Behaviour',
    description: 'Characters for one person in one server in a day.',
    parse: budget,
  },
  LECTOR_MEMBER_MONTH_BUDGET: {
    group: 'Behaviour',
    description: 'The same in a calendar month.',
    parse: budget,
  },
  LECTOR_MEMBER_HOUR_BUDGET: {
    group: 'Behaviour',
    description: 'Characters for one person in an hour, in all servers together: 20,000 cost about 0.20 USD.',
    parse: budget,
    fallback: '20000',
  },
  LECTOR_PRIVACY_URL: {
    group: 'Operation',
    description: 'Your own page about privacy, which `/privacy` links to.',
    parse: url('https:', 'http:'),
  },
  LECTOR_DATA_DIR: {
    group: 'Operation',
    description: 'The folder for what is remembered: settings of servers and members. Back it up.',
    parse: text,
    fallback: 'data',
  },
  LECTOR_BACKUP_EVERY: {
    group: 'Operation',
    description: 'Hours between copies of the settings into `backups` of that folder; by default there are none.',
    parse: integer(1, 500),
  },
  LECTOR_BACKUP_KEEP: {
    group: 'Operation',
    description: 'How many of these copies stay.',
    parse: integer(1, 1000),
    fallback: '7',
  },
  DATABASE_URL: {
    group: 'Operation',
    description: 'A Postgres database (`postgres://…`) instead of a file in that folder; needed for several processes.',
    parse: url('postgres:', 'postgresql:'),
    secret: true,
  },
  LECTOR_CACHE_MB: {
    group: 'Operation',
    description: 'Megabytes of memory for speech said before, half of one for a minute; 0 forgets it at once.',
    parse: integer(0, 100_000),
    fallback: '64',
  },
  LECTOR_CACHE_DISK_MB: {
    group: 'Operation',
    description: "Megabytes on disk for Lector's own phrases, known again after a restart; never for people's words.",
    parse: integer(0, 100_000),
    fallback: '0',
  },
  LECTOR_SHARDS: {
    group: 'Operation',
    description: 'Shards of the bot in all; without it, as many as Discord recommends.',
    parse: integer(1, 10_000),
  },
  LECTOR_SHARDS_PER_PROCESS: {
    group: 'Operation',
    description:
      'Shards that one process runs, with `DATABASE_URL`; further processes take the others or wait as standbys.',
    parse: integer(1, 10_000),
  },
  LECTOR_HTTP: {
    group: 'Operation',
    description:
      'Port for `/livez`, `/readyz`, `/status` and `/metrics`, on 127.0.0.1 unless an address stands before it.',
    parse: listenAddress,
  },
  LECTOR_LOG_LEVEL: {
    group: 'Operation',
    description: 'How much is logged: `debug`, `info`, `warn`, `error` or `silent`. No level logs what people write.',
    parse: oneOf('debug', 'info', 'warn', 'error', 'silent'),
    fallback: 'info',
  },
} as const satisfies Variables

export type VariableName = keyof typeof VARIABLES
