import type { TicketStatus } from '../graphql/operations.ts'

/** A dot and a word: hollow while open, full while somebody is waited for, a check when done. */
export function Status({ status, label }: { status: TicketStatus; label: string }) {
  return <span class={`tc-status tc-status--${status.toLowerCase()}`}>{label}</span>
}
