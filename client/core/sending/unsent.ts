import type { Outgoing } from '../rows.ts'

export interface UnsentReply {
  ticketId: string
  body: string
}

/** Replies that are lost with the page: those on their way, then what is typed, by ticket. */
export function unsentReplies(
  outgoing: Record<string, Outgoing[]>,
  typed: ReadonlyMap<string, string>,
): UnsentReply[] {
  const ticketIds = [...new Set([...Object.keys(outgoing), ...typed.keys()])]
  return ticketIds.flatMap((ticketId) =>
    [...(outgoing[ticketId] ?? []).map(({ body }) => body), typed.get(ticketId) ?? '']
      .filter((body) => body.trim())
      .map((body) => ({ ticketId, body })),
  )
}
