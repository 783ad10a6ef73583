import type { PaceLimit } from '../../stack/fair-pace.ts'

/**
 * What Alibaba Model Studio allows an account for a model, all keys together: 180 requests a minute, which it also
 * counts by the second; 10 a minute for its oldest models (https://www.alibabacloud.com/help/en/model-studio/rate-limit).
 */
export function paceOf(model: string): readonly PaceLimit[] {
  if (/^qwen-tts|2025-09-18$/.test(model)) return [{ requests: 10, window: 60_000 }]
  return [
    { requests: 3, window: 1_000 },
    { requests: 180, window: 60_000 },
  ]
}
