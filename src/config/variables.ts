/** How a variable's text becomes a value. Throws `InvalidValue` with the allowed values. */
type Parse<T> = (text: string) => T

export interface Variable<T> {
  /** One line for docs/configuration.md and `.env.example`. */
  readonly description: string
  readonly parse: Parse<T>
  /** As text, as a person would write it. Undefined: the variable has no value unless it is set. */
  readonly fallback?: string
  /** Secrets can also be read from the file that `NAME_FILE` names. */
  readonly secret?: true
  readonly group: 'Discord' | 'Speech' | 'Behaviour' | 'Operation'
}

export class InvalidValue extends Error {}

const text: Parse<string> = (value) => value

const url =
  (...protocols: string[]): Parse<string> =>
  (value) => {
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value.replace(/\/+$/, '')
    throw new InvalidValue(`a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`)
  }

const oneOf =
  <const T extends string>(...choices: readonly T[]): Parse<T> =>
  (value) => {
    const choice = choices.find((candidate) => candidate === value.toLowerCase())
    if (choice !== undefined) return choice
    throw new InvalidValue(`one of ${choices.join(', ')}`)
  }

const integer =
  (min: number, max: number): Parse<number> =>
  (value) => {
    const number = Number(value)
    if (Number.isInteger(number) && number >= min && number <= max) return number
    throw new InvalidValue(`a whole number from ${min} to ${max}`)
  }

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
  DASHSCOPE_API_KEY: {
    group: 'Speech',
    description: 'The key of Alibaba Cloud Model Studio. Without it, the local English voice speaks.',
    parse: text,
    secret: true,
  },
  DASHSCOPE_REGION: {
    group: 'Speech',
    description: 'Where the key was made: `singapore` or `beijing`. Keys of one region are unknown in the other.',
    parse: oneOf('singapore', 'beijing'),
    fallback: 'singapore',
  },
  DASHSCOPE_BASE_URL: {
    group: 'Speech',
    description: "Another address of the speech service, such as a workspace's own host; ends in `/api/v1`.",
    parse: url('https:', 'http:'),
  },
  DASHSCOPE_WORKSPACE: {
    group: 'Speech',
    description:
      "The workspace to use, if it is not the key's default one; requests then go to its own host in the region.",
    parse: text,
  },
  DASHSCOPE_MODEL: {
    group: 'Speech',
    description: 'The model that speaks when no style is asked for.',
    parse: text,
    fallback: 'qwen3-tts-flash',
  },
  DASHSCOPE_REALTIME_MODEL: {
    group: 'Speech',
    description: 'The model of the engine `dashscope-realtime`.',
    parse: text,
    fallback: 'qwen3-tts-flash-realtime',
  },
  OPENAI_SPEECH_URL: {
    group: 'Speech',
    description: "A server with OpenAI's `/v1/audio/speech`, such as your own vLLM-Omni: `http://127.0.0.1:8091`.",
    parse: url('https:', 'http:'),
  },
  OPENAI_SPEECH_KEY: {
    group: 'Speech',
    description: 'The key of that server, if it wants one.',
    parse: text,
    secret: true,
  },
  OPENAI_SPEECH_KIND: {
    group: 'Speech',
    description: 'What that server is: `openai`, or `vllm-omni`, which is told the language as well.',
    parse: oneOf('openai', 'vllm-omni'),
    fallback: 'openai',
  },
  OPENAI_SPEECH_MODEL: {
    group: 'Speech',
    description: 'The model of that server; not needed where there is only one.',
    parse: text,
  },
  OPENAI_SPEECH_VOICE: {
    group: 'Speech',
    description: 'The voice that speaks in place of those which that server does not have.',
    parse: text,
  },
  LECTOR_ENGINE: {
    group: 'Speech',
    description: 'What speaks: `dashscope`, `dashscope-realtime`, `openai` or `local`; by default what is configured.',
    parse: oneOf('dashscope', 'dashscope-realtime', 'openai', 'local'),
  },
  LECTOR_ESPEAK: {
    group: 'Speech',
    description: 'The eSpeak NG program, if it is not on the PATH. It speaks what no service does, English apart.',
    parse: text,
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
} as const satisfies Record<string, Variable<unknown>>

export type VariableName = keyof typeof VARIABLES
