/** A replacement that is worked out once for equal matches: a flood repeats the same few thousands of times. */
export function once(replacement: (match: string, group: string) => string): typeof replacement {
  const known = new Map<string, string>()
  return (match, group) => {
    const found = known.get(match) ?? replacement(match, group)
    known.set(match, found)
    return found
  }
}
