/**
 * A number in whatever way it is grouped: a last mark before one or two digits is the decimal one, and marks before three
 * digits group. Undefined for what is neither, such as a version.
 */
export function amount(digits: string): number | undefined {
  const [, whole = '', fraction] = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(digits) ?? []
  if (!/^\d+$|^\d{1,3}(?:[.,\s]\d{3})+$/u.test(whole)) return undefined
  return Number(`${whole.replace(/\D/g, '')}.${fraction ?? '0'}`)
}
