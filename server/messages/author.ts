import type { Message } from '../../prisma/generated/client/client.ts'
import type { Channel, TicketStatus } from '../../prisma/generated/client/enums.ts'
import { whole } from '../api/planned/whole-rows.ts'
import type { Member } from '../identity/viewer.ts'
import type { AuthorKind } from '../text/markdown.ts'

/** The channel of a viewer's message, and the status it causes. */
export function authorOf(viewer: Member): {
  via: Channel
  status: TicketStatus
} {
  switch (viewer.kind) {
    case 'customer':
      return { via: 'TICKET_CENTER', status: 'OPEN' }
    case 'operator':
      return { via: 'CONSOLE', status: 'PENDING' }
    case 'integration':
      return { via: 'API', status: 'PENDING' }
  }
}

/** How the viewer's texts are parsed. */
export function authorKind(viewer: Pick<Member, 'kind'>): AuthorKind {
  return viewer.kind === 'customer' ? 'customer' : 'team'
}

interface People {
  customer: { id: string }
}

/** A message with its author, as the fields of `Message` read it; undefined if the author's row is not loaded. */
export function signed(message: Message, viewer: Member, { customer }: People, attachments: object[] = []) {
  const row = { ...whole, ...message, attachments, customer: null, operator: null, apiKey: null }
  if (viewer.id === customer.id) return { ...row, customer }
  const { id, kind } = viewer
  return kind === 'integration' ? { ...row, apiKey: { ...whole, id, name: viewer.name } } : undefined
}
