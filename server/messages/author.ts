import type { Channel, TicketStatus } from '../../prisma/generated/client/enums.ts'
import type { Member } from '../access/viewer.ts'
import type { AuthorKind } from '../markdown.ts'

/** How a viewer's message is signed, how it came, and whose turn it makes it. */
export function authorOf(viewer: Member): {
  by: { customerId?: string; operatorId?: string; apiKeyId?: string }
  via: Channel
  status: TicketStatus
} {
  switch (viewer.kind) {
    case 'customer':
      return { by: { customerId: viewer.id }, via: 'TICKET_CENTER', status: 'OPEN' }
    case 'operator':
      return { by: { operatorId: viewer.id }, via: 'CONSOLE', status: 'PENDING' }
    case 'integration':
      return { by: { apiKeyId: viewer.id }, via: 'API', status: 'PENDING' }
  }
}

/** How the viewer's texts are read. */
export function authorKind(viewer: Member): AuthorKind {
  return viewer.kind === 'customer' ? 'customer' : 'team'
}
