import type { Channel, TicketStatus } from '../../prisma/generated/client/enums.ts'
import type { Member } from '../identity/viewer.ts'
import type { AuthorKind } from '../text/markdown.ts'

/** How a viewer's message comes, and whose turn it makes it. */
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

/** How the viewer's texts are read. */
export function authorKind(viewer: Member): AuthorKind {
  return viewer.kind === 'customer' ? 'customer' : 'team'
}
