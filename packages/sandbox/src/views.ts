/** Shapes of the control API's JSON. Free of Node types, because the page imports them too. */
import type {
  APIApplicationCommandOptionChoice,
  APIEmbed,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10'

export interface WorldView {
  readonly guild: { readonly id: string; readonly name: string }
  readonly bot: { readonly id: string; readonly connected: boolean }
  readonly people: readonly PersonView[]
  readonly channels: readonly ChannelView[]
}

export interface PersonView {
  readonly id: string
  readonly name: string
  readonly bot: boolean
}

export interface ChannelView {
  readonly id: string
  readonly type: number
  readonly name: string
  readonly parent: string | null
  readonly members: readonly MemberView[]
}

/** A member in a voice channel. */
export interface MemberView {
  readonly id: string
  readonly muted: boolean
  readonly deafened: boolean
}

export interface MessageView {
  readonly id: string
  readonly channel: string
  /** The author's id. */
  readonly user: string
  readonly author: string
  readonly content: string
  readonly ephemeral: boolean
  readonly thinking: boolean
  readonly edited: boolean
  readonly embeds: readonly APIEmbed[]
  readonly components: readonly APIMessageTopLevelComponent[]
  /** Buttons and selects that can be pressed. */
  readonly pressables: readonly object[]
  readonly attachments: readonly AttachmentView[]
}

export interface AttachmentView {
  readonly name: string
  readonly contentType: string | undefined
  readonly size: number
  readonly url: string
}

/** A server that the speech service can behave like. */
export interface MoodView {
  readonly name: string
  readonly server: 'openai' | 'dashscope' | 'wyoming' | 'voicevox'
  readonly summary: string
  readonly source: string
}

export interface InteractionView {
  readonly id: string
  readonly type: number
  readonly user: string
  readonly channel: string
  /** What was entered, as the bot was told. */
  readonly entered: object
  /** Whether the person can see an answer. */
  readonly answered: boolean
  readonly kind: 'none' | 'message' | 'update' | 'choices' | 'modal'
  readonly reply?: MessageView
  readonly followUps: readonly MessageView[]
  readonly choices?: readonly APIApplicationCommandOptionChoice[]
  readonly modal?: APIModalInteractionResponseCallbackData
}

/** One utterance. Times are milliseconds of the sandbox's clock. */
export interface UtteranceView extends Partial<UtteranceFigures> {
  readonly id: string
  readonly state: 'waiting' | 'speaking' | 'spoken' | 'failed' | 'dropped'
  readonly words: string
  readonly cause?: CauseView
  readonly voice: string | undefined
  readonly style: string | undefined
  readonly model: string | undefined
  /** Characters billed by the speech service. */
  readonly characters: number
  /** When the bot finished its previous utterance. */
  readonly freeAt: number | undefined
  readonly requests: readonly RequestView[]
  readonly firstPacket: number | undefined
  readonly lastPacket: number | undefined
  /** Milliseconds. */
  readonly speech: number
  readonly gaps: readonly GapView[]
}

/** What is known of an utterance once it has ended. */
export interface UtteranceFigures {
  /** When the first audible frame arrived; undefined when there was none. */
  readonly firstSound: number | undefined
  /** Frames. */
  readonly lost: number
  readonly unencrypted: number
  readonly undecryptable: number
  /** Frames that were heard more than 3 dB quieter than the speech service made them, beside those around them. */
  readonly faint: number
}

/** The action that caused the utterance. */
export interface CauseView {
  readonly kind: 'command' | 'message'
  /** Of the interaction or the message. */
  readonly id: string
  readonly userId: string
  readonly text: string
  readonly at: number
  /** When the bot first answered. */
  readonly acceptedAt?: number
}

/** One request to the speech service. */
export interface RequestView {
  readonly id: string
  readonly text: string
  readonly state: 'running' | 'completed' | 'refused' | 'cancelled' | 'failed'
  /** HTTP status. */
  readonly status: number
  readonly asked: number
  readonly firstAudio?: number
  readonly ended?: number
  /** Milliseconds of sound. */
  readonly duration: number
}

/** A gap in the middle of an utterance: its start and length. */
export interface GapView {
  readonly at: number
  readonly ms: number
}

/** A failure that the bot met, or its recovery. `at` is from `performance.now()`, `after` is counted from the failure. */
export type TimelineEntry = { readonly at: number } & (
  | { readonly kind: 'voice-lost'; readonly code: number }
  | { readonly kind: 'voice-resumed' | 'voice-rejoined'; readonly after: number }
  | { readonly kind: 'bot-entered' | 'bot-moved' | 'bot-left'; readonly channel: string }
  | { readonly kind: 'gateway-lost' }
  | { readonly kind: 'gateway-resumed' | 'gateway-identified'; readonly after: number | undefined }
  | { readonly kind: 'speech-refused'; readonly status: number }
  | { readonly kind: 'speech-broken' }
  | { readonly kind: 'speech-again'; readonly after: number }
)

/** A fault that can be triggered. `on` is undefined for faults that happen once. */
export interface FaultView {
  readonly name: string
  readonly group: string
  readonly summary: string
  readonly parameters: Readonly<Record<string, ParameterView>>
  readonly on?: boolean
}

export type ParameterView = { readonly summary: string } & (
  | { readonly type: 'number'; readonly default: number; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'boolean'; readonly default: boolean }
  | { readonly type: 'text'; readonly default: string }
)

/** A command as registered by the bot. */
export interface CommandView extends Named {
  readonly type?: number
  readonly options?: readonly OptionView[]
}

export interface OptionView extends Named {
  readonly type: number
  readonly required?: boolean
  readonly autocomplete?: boolean
  readonly choices?: readonly ChoiceView[]
  readonly min_value?: number
  readonly max_value?: number
  readonly max_length?: number
  /** Of a subcommand. */
  readonly options?: readonly OptionView[]
}

export interface ChoiceView extends Pick<Named, 'name' | 'name_localizations'> {
  readonly value: string | number
}

interface Named {
  readonly name: string
  readonly name_localizations?: Localizations
  readonly description?: string
  readonly description_localizations?: Localizations
}

/** By Discord locale. */
export type Localizations = Readonly<Record<string, string | null>> | null

/** Shape of `entered` for a command. */
export interface EnteredCommand {
  readonly name: string
  readonly type?: number
  readonly options?: readonly EnteredOption[]
}

export interface EnteredOption {
  readonly name: string
  readonly type: number
  readonly value?: string | number | boolean
  readonly options?: readonly EnteredOption[]
}
