import type { InputIssue } from '../api/errors.ts'
import { refusedFiles, unavailable } from '../attachments/attach.ts'
import type { Transaction } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'
import type { PreparedTicket } from './prepare.ts'

/** What is wrong with the files of each ticket: each can be attached only once, also among them. */
export async function checkFiles(
  tx: Transaction,
  viewer: Member,
  tickets: PreparedTicket[],
): Promise<Map<PreparedTicket, InputIssue[]>> {
  const given = tickets.flatMap((ticket) => filesOf(ticket).map((file) => ({ ...file, ticket })))
  const refused = await refusedFiles(
    tx,
    viewer,
    given.map(({ id }) => id),
  )
  const wrong = new Map<PreparedTicket, InputIssue[]>()
  const used = new Set<string>()
  for (const { ticket, id, path } of given) {
    if (refused.has(id) || used.has(id)) {
      wrong.set(ticket, [...(wrong.get(ticket) ?? []), { path, ...unavailable }])
    }
    used.add(id)
  }
  return wrong
}

function filesOf({ path, messages }: PreparedTicket) {
  return messages.flatMap(({ at, attachmentIds }) =>
    (attachmentIds ?? []).map((id, index) => ({
      id,
      path: [...path, 'messages', String(at), 'attachmentIds', String(index)],
    })),
  )
}
