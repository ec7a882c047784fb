import { oldTicket } from '../import/ticket.ts'
import { groups } from './callers.ts'
import { failedEmail } from './failed-email.ts'
import { noteMutations } from './note-mutations.ts'
import { quarantinedEmail } from './quarantined-email.ts'
import { managers, members, type Row, team, writers } from './verdicts.ts'

const { inside, outside, anonymous, signedIn } = groups

const people = {
  ...anonymous,
  ok: inside,
  NotFound: 'other stranger foreignAdmin',
  FORBIDDEN: 'foreignKey reader writer bareKey fullKey root',
}
const operators = {
  ...anonymous,
  ok: 'agent admin foreignAdmin',
  FORBIDDEN: 'owner participant other stranger reader writer bareKey fullKey foreignKey root',
}
const importers = {
  ...anonymous,
  ok: 'fullKey foreignKey',
  FORBIDDEN: `${inside} other stranger foreignAdmin reader writer bareKey root`,
}
const session = { ok: `nobody refused ${members}` }

/** Every mutation but those in `settings-mutations.ts`. */
export async function mutationsOf(websiteId: string, renewalToken: string): Promise<Record<string, Row>> {
  const { db } = await import('../../server/database/db.ts')
  const { decodeGlobalID, encodeGlobalID } = await import('../../server/api/global-id.ts')
  const category = await db.category.create({ data: { websiteId, name: 'Billing', position: 1 } })
  const field = { name: 'plan', label: 'Plan', type: 'TEXT', position: 1 } as const
  await db.categoryField.create({ data: { ...field, categoryId: category.id } })
  const operator = await db.operator.findFirstOrThrow({ where: { websiteId } })
  const categoryId = encodeGlobalID('Category', category.id)
  const operatorId = encodeGlobalID('Operator', operator.id)

  return {
    openSession: {
      verdicts: { NotAllowed: `nobody refused ${members}` },
      changesTicket: false,
      input: () => ({ websiteId, email: 'owner@example.com', hmac: 'wrong' }),
    },
    renewSession: { verdicts: session, changesTicket: false, input: () => ({ renewalToken }) },
    requestSignInLink: {
      verdicts: session,
      changesTicket: false,
      input: (ticketId) => ({ websiteId, email: `${ticketId}@example.com` }),
    },
    openTicket: {
      verdicts: {
        ...anonymous,
        ok: 'owner participant other stranger',
        // They must name the customer.
        InvalidInput: 'agent admin foreignAdmin writer fullKey foreignKey',
        FORBIDDEN: 'reader bareKey root',
      },
      changesTicket: true,
      input: () => ({ subject: 'Help', body: 'Please' }),
    },
    importTickets: { verdicts: importers, changesTicket: false, input: () => ({ tickets: [oldTicket()] }) },
    createUpload: {
      verdicts: {
        ...anonymous,
        ok: `${inside} ${outside} writer fullKey`,
        FORBIDDEN: 'reader bareKey root',
      },
      changesTicket: false,
      input: () => ({ name: 'a.png', type: 'image/png', size: 1 }),
    },
    saveDraft: { verdicts: people, changesTicket: false, input: (ticketId) => ({ ticketId, body: 'Hi' }) },
    setTyping: { verdicts: people, changesTicket: false, input: (ticketId) => ({ ticketId }) },
    reply: { verdicts: writers, changesTicket: true, input: (ticketId) => ({ ticketId, body: 'Please' }) },
    markTicketRead: {
      verdicts: writers,
      changesTicket: true,
      input: (ticketId) => ({ ticketId, position: 2 }),
    },
    setTicketStatus: {
      verdicts: managers,
      changesTicket: true,
      input: (ticketId) => ({ ticketId, status: 'SOLVED' }),
    },
    rateTicket: {
      verdicts: {
        ...anonymous,
        ok: 'owner',
        NotFound: 'other stranger',
        FORBIDDEN: 'participant agent admin foreignAdmin reader writer bareKey fullKey foreignKey root',
      },
      changesTicket: true,
      input: async (ticketId) => {
        const { id } = decodeGlobalID(ticketId)
        await db.ticket.updateMany({ where: { id }, data: { status: 'SOLVED' } })
        return { ticketId, score: 'GOOD' }
      },
    },
    addParticipant: {
      verdicts: managers,
      changesTicket: true,
      input: (ticketId) => ({ ticketId, email: 'new@example.com' }),
    },
    removeParticipant: {
      verdicts: writers,
      changesTicket: true,
      input: (ticketId) => ({ ticketId, email: 'participant@example.com' }),
    },
    assignTicket: {
      verdicts: team,
      changesTicket: true,
      input: (ticketId) => ({ ticketId, operatorId }),
    },
    setTicketCategory: {
      verdicts: team,
      changesTicket: true,
      input: (ticketId) => ({ ticketId, categoryId }),
    },
    setTicketFields: {
      verdicts: team,
      changesTicket: true,
      input: async (ticketId) => {
        const { id } = decodeGlobalID(ticketId)
        await db.ticket.updateMany({ where: { id }, data: { categoryId: category.id } })
        return { ticketId, fields: [{ name: 'plan', value: 'Pro' }] }
      },
    },
    ...noteMutations,
    resendEmail: {
      verdicts: team,
      changesTicket: true,
      input: async (ticketId) => ({ id: await failedEmail(ticketId) }),
    },
    acceptQuarantinedEmail: {
      verdicts: team,
      changesTicket: true,
      input: (ticketId) => quarantinedEmail(websiteId, ticketId),
    },
    discardQuarantinedEmail: {
      verdicts: team,
      changesTicket: true,
      input: (ticketId) => quarantinedEmail(websiteId, ticketId),
    },
    setLocale: {
      verdicts: operators,
      changesTicket: false,
      input: () => ({ locale: 'fr' }),
    },
    setNotifications: {
      verdicts: operators,
      changesTicket: false,
      input: () => ({ notifications: 'ASSIGNED' }),
    },
    viewFaq: {
      verdicts: {
        ...anonymous,
        NotFound: 'owner participant other stranger',
        FORBIDDEN: 'agent admin foreignAdmin reader writer bareKey fullKey foreignKey root',
      },
      changesTicket: false,
      input: () => ({ id: 'RmFxOjAxOTNhMmIwLTdjMWUtN2QzYS05ZjAwLTY0NjU2ZDZmMDAwMQ' }),
    },
    createWebsite: {
      verdicts: { ...anonymous, ok: 'root', FORBIDDEN: signedIn },
      changesTicket: false,
      input: () => ({ name: 'Another' }),
    },
    rotateServerKey: {
      verdicts: { ...anonymous, Conflict: 'root', FORBIDDEN: signedIn },
      changesTicket: false,
      input: () => ({ emailTokenDays: 1 }),
    },
  }
}
