import type { DashScopeBehaviour } from '../dashscope/behaviour.ts'
import type { Faults } from '../faults.ts'
import { REFUSALS } from '../refusals.ts'
import type { ServedRequest } from '../served-request.ts'
import { MODELS } from '../tables.ts'
import type { DashScopeMood } from './mood.ts'

/** DashScope on a bad day, or with less of an account. */
export const DASHSCOPE_MOODS: readonly DashScopeMood[] = [
  account(
    'dashscope-instruct-gone',
    'The models that follow instructions have been retired.',
    'help.aliyun.com model-depreciation, notice 118434',
    {
      gone: [
        'qwen3-tts-instruct-flash',
        'qwen3-tts-instruct-flash-2026-01-26',
        'qwen3-tts-instruct-flash-realtime',
        'qwen3-tts-instruct-flash-realtime-2026-01-22',
      ],
    },
  ),
  account(
    'dashscope-after-retirement',
    'Every model is gone whose retirement was announced for 2026-10-10.',
    'help.aliyun.com model-depreciation',
    {
      gone: [...MODELS.values()].filter(({ retires }) => retires !== undefined).map(({ id }) => id),
    },
  ),
  account(
    'dashscope-goes-offline',
    'The default model has an end announced.',
    'help.aliyun.com list-models: inference_offline_info',
    {
      offline: { 'qwen3-tts-flash': '2026-12-31 00:00:00' },
    },
  ),
  account(
    'qwen-audio-forbidden',
    'The account has no right to Qwen-Audio-TTS 3.1.',
    'a Singapore account of 2026-10-08',
    {
      forbidden: ['qwen-audio-3.1-tts-flash'],
    },
  ),
  trouble(
    'qwen-audio-passing-411',
    'The first request fails with "Engine error [411]" for no reason.',
    'clients that retry it',
    (_request, count) => (count === 1 ? { refuse: REFUSALS.voiceOfOtherModel } : undefined),
  ),
  trouble(
    'qwen-audio-several-data-lines',
    'The data of an event is spread over several lines.',
    'alibabacloud.com qwen-audio-tts-http-api',
    () => ({
      severalDataLines: true,
    }),
  ),
  trouble(
    'dashscope-without-stop',
    'The event that ends a stream is missing.',
    'sgl-project/sglang-omni pull 1184',
    () => ({ endWithoutStop: true }),
  ),
  trouble('dashscope-null-output', 'One event in the middle has no output.', 'AstrBotDevs/AstrBot#6045', () => ({
    nullOutput: { after: 2 },
  })),
  trouble(
    'dashscope-url-only',
    'A stream carries no sound, but the address of a file.',
    'langgenius/dify-official-plugins#3585',
    () => ({ silent: true }),
  ),
  trouble('dashscope-mp3', 'A stream carries MP3 instead of PCM.', 'xuyungit/VoiceX docs', () => ({
    compressed: 'mp3',
  })),
  trouble('dashscope-error-after-sound', 'An error follows the whole sound.', 'xuyungit/VoiceX docs', () => ({
    errorEvent: { after: Number.POSITIVE_INFINITY, refusal: REFUSALS.failed },
  })),
  trouble(
    'dashscope-error-in-the-middle',
    'An error follows a third of a second of sound.',
    'xuyungit/VoiceX docs',
    () => ({
      errorEvent: { after: 1, refusal: REFUSALS.failed },
    }),
  ),
  trouble(
    'dashscope-break-in-the-middle',
    'The connection breaks after a third of a second of sound.',
    'any network',
    () => ({ cut: { after: 1 } }),
  ),
  trouble(
    'dashscope-late',
    'The first byte comes after eight seconds.',
    'langgenius/dify-official-plugins#3585',
    () => ({ delay: 8_000 }),
  ),
  refusing(
    'dashscope-wrong-key',
    'Every key is refused: it may belong to another region.',
    401,
    'InvalidApiKey',
    'Invalid API-key provided.',
  ),
  refusing(
    'dashscope-free-tier-used-up',
    'The free quota of the model is used up.',
    403,
    'AllocationQuota.FreeTierOnly',
    'The free tier of the model has been exhausted. If you wish to continue access the model on a paid basis, please disable the "use free tier only" mode in the management console.',
  ),
  refusing(
    'dashscope-in-arrears',
    'The account has not paid.',
    400,
    'Arrearage',
    'Access denied, please make sure your account is in good standing.',
  ),
  refusing(
    'dashscope-throttled',
    'Every request is one too many.',
    429,
    'Throttling.RateQuota',
    'Requests rate limit exceeded, please try again later.',
  ),
  refusing(
    'dashscope-text-refused',
    'The text is refused for what it says.',
    400,
    'DataInspectionFailed',
    'Input data may contain inappropriate content.',
  ),
  refusing(
    'dashscope-text-invalid',
    'The text is refused, without saying why.',
    400,
    'InvalidParameter',
    '<400> InternalError.Algo.InvalidParameter: Please ensure input text is valid.',
  ),
  refusing(
    'dashscope-message-type-invalid',
    'The request is refused for a message type that it does not have.',
    400,
    'InvalidParameter',
    'Invalid message type: ',
  ),
  refusing(
    'dashscope-voice-418',
    'Voice and model do not fit each other.',
    400,
    'InvalidParameter',
    '[cosyvoice:]Engine return error code: 418',
  ),
  trouble('dashscope-429-in-html', 'A gateway refuses with a page of HTML.', 'QwenLM/qwen-code#9605', () => ({
    raw: { status: 429, contentType: 'text/html', body: '<html><h1>429 Too Many Requests</h1></html>' },
  })),
  trouble(
    'realtime-never-finished',
    'A session stays open after its last response.',
    'dashscope/dashscope-sdk-python pull 88',
    () => ({ neverFinished: true }),
  ),
  trouble(
    'realtime-closed-after-response',
    'A session closes after its last response without saying that it is finished.',
    'OpenCSGs/csglite#178',
    () => ({ endWithoutStop: true }),
  ),
  trouble(
    'realtime-finish-unknown',
    'The server does not know `session.finish`.',
    'dashscope/dashscope-sdk-python#140',
    () => ({ finishUnknown: true }),
  ),
  trouble(
    'realtime-incomplete',
    'The whole sound comes, and the response calls itself incomplete.',
    'sgl-project/sglang-omni pull 1314',
    () => ({ responseStatus: 'incomplete' }),
  ),
  trouble(
    'realtime-closed-for-voice',
    'The session is closed with 1007 for its voice.',
    'reported of other realtime services',
    () => ({
      closeWith: { after: 0, code: 1007, reason: "The requested voice 'x' is not supported." },
    }),
  ),
  trouble(
    'realtime-closed-for-quota',
    'The session is closed with 1007 for its quota.',
    'reported of other realtime services',
    () => ({
      closeWith: { after: 0, code: 1007, reason: 'AllocationQuota.FreeTierOnly' },
    }),
  ),
  trouble(
    'realtime-throttled',
    'The session is closed with 1011 because there are too many.',
    'dashscope SDK documentation',
    () => ({
      closeWith: {
        after: 0,
        code: 1011,
        reason: 'To many requests. Your requests are being throttled, please retry later.',
      },
    }),
  ),
  trouble('realtime-binary', 'Sound comes in binary frames.', 'other realtime services', () => ({ framing: 'binary' })),
  trouble(
    'realtime-newer-names',
    'Sound comes in `response.output_audio.delta`.',
    'OpenAI’s realtime API since 2025-08',
    () => ({ framing: 'output-audio' }),
  ),
  trouble('realtime-mp3', 'A session sends MP3 instead of PCM.', 'xuyungit/VoiceX docs', () => ({ compressed: 'mp3' })),
]

function account(name: string, summary: string, source: string, dashscope: DashScopeBehaviour): DashScopeMood {
  return { name, summary, source, dashscope }
}

function trouble(
  name: string,
  summary: string,
  source: string,
  faults: (request: ServedRequest, count: number) => Faults | undefined,
): DashScopeMood {
  return { name, summary, source, dashscope: { faults } }
}

function refusing(name: string, summary: string, status: number, code: string, message: string): DashScopeMood {
  return trouble(name, summary, 'alibabacloud.com/help/en/model-studio/error-code', () => ({
    refuse: { status, code, message },
  }))
}
