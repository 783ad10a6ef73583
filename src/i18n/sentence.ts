import { type ErrorCode, isLectorError, type LectorError } from '../kernel/errors.ts'
import type { Catalogue } from './catalogue.ts'

/** What to tell a person about an error, in their language. What is not a `LectorError` is a defect. */
export function errorSentence(error: unknown, { errors }: Catalogue, id = ''): string {
  if (!isLectorError(error)) return errors['app.unexpected']({ id })
  return sentenceOf(error, errors)
}

function sentenceOf<C extends ErrorCode>(error: LectorError<C>, errors: Catalogue['errors']): string {
  return errors[error.code](error.params)
}
