/** An error as DashScope words it (https://www.alibabacloud.com/help/en/model-studio/error-code). */
export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
}

export const REFUSALS = {
  badKey: refusal(401, 'InvalidApiKey', 'Invalid API-key provided.'),
  unknownModel: refusal(404, 'ModelNotFound', 'Model can not be found.'),
  realtimeModel: refusal(400, 'InvalidParameter', 'current user api does not support http call.'),
  unknownVoice: refusal(400, 'InvalidParameter', 'Invalid voice specified, please check the voice parameter.'),
  tooLong: refusal(
    400,
    'InvalidParameter',
    '<400> InternalError.Algo.InvalidParameter: Range of input length should be [0, 600]',
  ),
  emptyInput: refusal(400, 'BadRequest.EmptyInput', 'Required input parameter missing from request.'),
  emptyModel: refusal(400, 'BadRequest.EmptyModel', 'Required parameter "model" missing from request.'),
  illegalInput: refusal(400, 'BadRequest.IllegalInput', 'The input parameter requires json format.'),
  badLanguage: refusal(400, 'InvalidParameter', 'Invalid language_type specified.'),
  wrongPath: refusal(400, 'InvalidParameter', 'url error, please check url！'),
  modelNotExist: refusal(400, 'InvalidParameter', 'Model not exist'),
  forbiddenModel: refusal(
    403,
    'AccessDenied',
    'Access to model denied. Please make sure you are eligible for using the model.',
  ),
  voiceOfOtherModel: refusal(400, 'InvalidParameter', '[cosyvoice:]Engine error [411]: TTS speak operation failed'),
  unspeakable: refusal(400, 'InvalidParameter', '[cosyvoice:]Engine return error code: 418'),
  async: refusal(403, 'AccessDenied', 'current user api does not support asynchronous calls.'),
  tooFast: refusal(429, 'Throttling.RateQuota', 'Requests rate limit exceeded, please try again later.'),
  failed: refusal(500, 'InternalError.Algo', 'inference internal error.'),
} as const

function refusal(status: number, code: string, message: string): Refusal {
  return { status, code, message }
}
