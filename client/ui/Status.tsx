import type { TicketStatus } from '../graphql/operations.ts'

/** A dot and a word: hollow if open, filled if waiting for somebody, a check if done. */
export function Status({ status, label }: { status: TicketStatus; label: string }) {
  return <span class={`tc-status tc-status--${status.toLowerCase()}`}>{label}</span>
}
