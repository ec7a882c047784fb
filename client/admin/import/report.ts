import type { ImportedTicketInput } from '../../graphql/admin-operations.ts'
import type { Answer } from '../command.ts'

/** Maximum tickets that the report names. */
const maxNamed = 1_000

/** Outcome of an import. */
export class Report {
  readonly #dryRun: boolean
  #tickets = 0
  #messages = 0
  #skippedCount = 0
  #skipped: { externalId: string; reason: string }[] = []
  #notes: { externalId: string; note: string }[] = []
  /** Tickets that were imported before. */
  known = 0
  /** Private notes and the like. */
  leftOut = 0

  constructor(dryRun: boolean) {
    this.#dryRun = dryRun
  }

  /** Whether no ticket was found. */
  get isEmpty(): boolean {
    return this.#tickets + this.#skippedCount + this.known === 0
  }

  created({ messages }: ImportedTicketInput): void {
    this.#tickets++
    this.#messages += [messages].flat().length
  }

  noted(externalId: string, notes: string[]): void {
    if (this.#notes.length < maxNamed) this.#notes.push(...notes.map((note) => ({ externalId, note })))
  }

  skipped(externalId: string, reason: string): void {
    this.#skippedCount++
    if (this.#skipped.length < maxNamed) this.#skipped.push({ externalId, reason })
  }

  answer(): Answer {
    const [tickets, messages, skippedCount] = [this.#tickets, this.#messages, this.#skippedCount]
    const { known, leftOut } = this
    const counts = {
      dryRun: this.#dryRun,
      tickets,
      messages,
      known,
      privateNotes: leftOut,
      skipped: skippedCount,
    }
    const lines = [
      `${this.#dryRun ? 'To import' : 'Imported'}: ${tickets} tickets with ${messages} messages.`,
      ...(known > 0 ? [`Imported before: ${known} tickets.`] : []),
      ...(leftOut > 0 ? [`Left out: ${leftOut} private notes.`] : []),
      ...(skippedCount > 0 ? [`Skipped: ${skippedCount} tickets.`] : []),
      ...this.#skipped.map(({ externalId, reason }) => `  ${externalId}: ${reason}`),
      ...this.#notes.map(({ externalId, note }) => `  ${externalId}: ${note}`),
    ]
    return { json: { ...counts, skippedTickets: this.#skipped, notes: this.#notes }, text: lines.join('\n') }
  }
}
