/** What the page tells a person about the voice behind it. */
export interface PageFacts {
  /** Who speaks: `local`, `dashscope`, … */
  readonly engine: string
  /** In US dollars for 10,000 characters as they are billed; by model. Empty for what costs nothing. */
  readonly prices: Readonly<Record<string, number>>
  /** What it can speak, as BCP 47. */
  readonly languages: readonly string[]
}
