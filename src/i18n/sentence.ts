import { type ErrorCode, isLectorError, type LectorError } from '../kernel/errors.ts'
import type { Catalogue } from './catalogue.ts'

/** The sentence for an error, in the reader's language. Anything but a `LectorError` is a bug. */
export function errorSentence(error: unknown, { errors }: Catalogue, id = ''): string {
  if (!isLectorError(error)) return errors['app.unexpected']({ id })
  return sentenceOf(error, errors)
}

function sentenceOf<C extends ErrorCode>(error: LectorError<C>, errors: Catalogue['errors']): string {
  return errors[error.code](error.params)
}
