/** Votes in servers: one vote at a time in each, which ends when another one starts. */
export class Votes {
  readonly #votes = new Map<string, { readonly subject: string; readonly voters: Set<string> }>()

  /** How many have voted for the subject by now, this voter among them. */
  cast(place: string, subject: string, voter: string): number {
    const open = this.#votes.get(place)
    const vote = open?.subject === subject ? open : { subject, voters: new Set<string>() }
    vote.voters.add(voter)
    this.#votes.set(place, vote)
    return vote.voters.size
  }
}
