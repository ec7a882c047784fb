import { queryFromInfo } from '@pothos/plugin-prisma'
import { Prisma } from '../../prisma/generated/client/client.ts'
import { builder } from '../api/builder.ts'
import { byTime } from '../api/by-time.ts'
import { member } from '../api/context.ts'
import { connectionOf, pageCost, type pageOf } from '../api/pagination.ts'
import { db } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { Message } from '../messages/message.ts'

const MessageFilter = builder.inputType('MessageFilter', {
  description: 'Which messages to list; null conditions are ignored.',
  fields: (t) => ({
    createdAfter: t.field({
      type: 'DateTime',
      description:
        'Messages posted after this time. A message can become visible seconds after its time: to miss none, ' +
        'follow `events`.',
    }),
  }),
})

const oldestFirst = byTime('createdAt', 'asc')

interface Posted {
  /** Of the event that reports the message. */
  id: string
  createdAt: Date
  messageId: string
}

builder.queryField('messages', (t) =>
  t.connection(
    {
      type: Message,
      description: 'Messages of all tickets of the website, oldest first. For operators and keys.',
      nullable: true,
      authScopes: { readAsTeam: true },
      complexity: pageCost,
      args: { filter: t.arg({ type: MessageFilter, description: 'Which messages; null for all.' }) },
      resolve: async (_root, args, context, info) => {
        const { websiteId } = member(context)
        const createdAfter = args.filter?.createdAfter ?? null
        const posted = new Map<string, Posted>()
        const toCursor = ({ id }: { id: string }) => oldestFirst.cursorOf(posted.get(id) as Posted)
        return connectionOf<{ id: string }>(args, toCursor, async (cursors) => {
          const page = await rows<Posted>(statement(websiteId, createdAfter, cursors))
          for (const row of page) posted.set(row.messageId, row)
          const query = queryFromInfo({ context, info, typeName: 'Message', path: ['edges', 'node'] })
          const found = await db.message.findMany({ ...query, where: { id: { in: [...posted.keys()] } } })
          const messages = new Map(found.map((message) => [message.id, message]))
          return page.flatMap(({ messageId }) => messages.get(messageId) ?? [])
        }) as never
      },
    },
    { name: 'PostedMessageConnection', description: 'Messages of all tickets, oldest first.' },
    { name: 'PostedMessageEdge', description: 'A message and its cursor.' },
  ),
)

/** By the events that report messages: those know their website. */
function statement(websiteId: string, createdAfter: Date | null, page: ReturnType<typeof pageOf>) {
  const direction = Prisma.raw(page.inverted ? 'DESC' : 'ASC')
  // A message may be some milliseconds older than its event. Nearly all pass: PostgreSQL expects more of an expression.
  const isLater = Prisma.sql`m."createdAt" + interval '0' > ${createdAfter}::timestamptz`
  return Prisma.sql`
    SELECT e."id", e."createdAt", m."id" AS "messageId" FROM (
      SELECT * FROM "TicketEvent"
      WHERE "websiteId" = ${websiteId}::uuid AND "type" = 'MESSAGE_POSTED' AND ${oldestFirst.within(page, createdAfter)}
    ) e JOIN "Message" m ON m."id" = (e."data"->>'messageId')::uuid
    WHERE ${createdAfter ? isLater : Prisma.sql`true`}
    ORDER BY e."createdAt" ${direction}, e."id" ${direction} LIMIT ${page.limit}`
}
