/** The lines of the text, the last of which is still growing. */
export class TextRows {
  row = ''
  /** Depth of quotations, and of preformatted elements. */
  quotes = 0
  preformatted = 0
  #rows: string[] = []
  #isBlank = true

  endRow(): void {
    // The space after the two dashes marks a signature.
    const text = /^-- +$/.test(this.row) ? '-- ' : this.preformatted ? this.row.trimEnd() : this.row.trim()
    // Typed text must not pass for a quotation: an invisible word joiner hides a leading `>`.
    if (text) this.#put(this.quotes ? text : text.replace(/^\s*>/, '\u2060$&'))
    // Browsers show such a line, and editors use it as a blank one.
    else if (this.row.includes('\u00a0')) this.endParagraph()
    this.row = ''
  }

  /** An empty line of its own. */
  keepBlank(): void {
    if (!this.row.trim()) this.#put('')
  }

  endParagraph(): void {
    if (!this.#isBlank) this.#put('')
  }

  text(): string {
    return this.#rows.join('\n')
  }

  #put(text: string): void {
    this.#rows.push(this.quotes ? `${'>'.repeat(Math.min(this.quotes, 9))} ${text}`.trimEnd() : text)
    this.#isBlank = text === ''
  }
}
