import { builder } from '../api/builder.ts'
import { type Context, member } from '../api/context.ts'
import { coded } from '../api/errors.ts'
import { localId } from '../api/global-id.ts'
import { db } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'
import { liveStream, rethrow } from '../subscriptions/live-stream.ts'
import { SharedReads } from '../subscriptions/shared-reads.ts'
import { Author, authorIn, authorSelection } from '../tickets/author.ts'
import { visibleTo } from '../tickets/visibility.ts'
import { topics } from '../wakeups/wake.ts'
import { type Typist, typistsAfter } from './typists.ts'

const Typing = builder.objectRef<Typist>('Typing').implement({
  description: 'Somebody is typing a reply. Expires after six seconds unless repeated, or when they post.',
  fields: (t) => ({
    isTeam: t.boolean({
      description: 'Whether it is an operator.',
      resolve: ({ kind }) => kind === 'operator',
    }),
    author: t.field({
      type: Author,
      description: 'Who is typing; null if they have been deleted since.',
      nullable: true,
      resolve: (typist, _args, context) => authorOf(typist, context) as never,
    }),
  }),
})

async function authorOf({ kind, id }: Typist, context: Context) {
  const { websiteId } = member(context)
  const where = { id, websiteId }
  const customer =
    kind === 'customer' ? await db.customer.findFirst({ where, ...authorSelection.customer }) : null
  const operator =
    kind === 'operator' ? await db.operator.findFirst({ where, ...authorSelection.operator }) : null
  return authorIn({ customer, operator, apiKey: null })
}

builder.subscriptionField('typing', (t) =>
  t.field({
    type: Typing,
    description:
      'Sent every few seconds while someone else is typing a reply to a ticket. Customers and participants see ' +
      'only operators; operators and integrations see everyone. Nothing is stored. Ends with a FORBIDDEN error ' +
      'when the caller loses access to the ticket.',
    authScopes: { readTickets: true },
    args: { ticketId: t.arg.id({ required: true, description: 'Global id of the ticket.' }) },
    subscribe: async (_root, args, context) => {
      const viewer = member(context)
      const ticketId = localId('Ticket', String(args.ticketId)) ?? ''
      let seen = 0
      return liveStream(context, topics.typing(ticketId), async ({ since }) => {
        await checkVisible(ticketId, viewer, since)
        const others = typistsAfter(ticketId, seen)
        seen = Math.max(seen, ...others.map(({ turn }) => turn))
        return { items: others.filter((typist) => concerns(viewer, typist)) }
      })
    },
    resolve: rethrow,
  }),
)

/** A customer does not see who else types on their side. */
const concerns = (viewer: Member, { kind, id }: Typist) =>
  viewer.kind === 'customer' ? kind === 'operator' : id !== viewer.id

// Asked once for all readers with the same rights.
const visible = new SharedReads<void>()

function checkVisible(ticketId: string, viewer: Member, since: number): Promise<void> {
  const where = { id: ticketId, ...visibleTo(viewer) }
  return visible.read(JSON.stringify(where), since, async () => {
    const ticket = ticketId && (await db.ticket.findFirst({ where, select: { id: true } }))
    if (!ticket) throw coded('FORBIDDEN', 'There is no such ticket, or you may not read it')
  })
}
