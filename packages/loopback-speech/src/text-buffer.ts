/** The text that has been appended and not yet spoken. */
export class TextBuffer {
  #text = ''

  append(text: string): void {
    this.#text += text
  }

  /** All of it, ended or not; empties the buffer. */
  takeAll(): string {
    const text = this.#text
    this.#text = ''
    return text
  }

  /** The sentences that are certainly whole: something follows them. */
  takeSentences(): string[] {
    const sentences = this.#text.match(SENTENCE) ?? []
    this.#text = this.#text.slice(sentences.join('').length)
    return sentences
  }
}

const SENTENCE = /.*?(?:[。！？\n]+|[.!?]+\s+)/gsy
