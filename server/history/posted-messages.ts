import { queryFromInfo } from '@pothos/plugin-prisma'
import { Prisma } from '../../prisma/generated/client/client.ts'
import { builder } from '../api/builder.ts'
import { byTime } from '../api/by-time.ts'
import { member } from '../api/context.ts'
import { connectionOf, pageCost } from '../api/pagination.ts'
import { db } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { Message } from '../messages/message.ts'

const MessageFilter = builder.inputType('MessageFilter', {
  description: 'Which messages to list; null conditions are ignored.',
  fields: (t) => ({
    createdAfter: t.field({
      type: 'DateTime',
      description:
        'Messages posted after this time. One may appear seconds after its time: to miss none, follow `events`.',
    }),
  }),
})

const oldestFirst = byTime('createdAt', 'asc')

interface Place {
  at: Date | string
  id: string
}
const beginning: Place = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
const end: Place = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

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
        const createdAfter = args.filter?.createdAfter ?? beginning.at
        const posted = new Map<string, Posted>()
        const toCursor = ({ id }: { id: string }) => oldestFirst.cursorOf(posted.get(id) as Posted)
        return connectionOf<{ id: string }>(args, toCursor, async ({ after, before, limit, inverted }) => {
          const above = after ? oldestFirst.timeAndId(after) : beginning
          const below = before ? oldestFirst.timeAndId(before) : end
          const page = await rows<Posted>(
            statement({ websiteId, createdAfter, above, below, limit, inverted }),
          )
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

interface Page {
  websiteId: string
  createdAfter: Date | string
  above: Place
  below: Place
  limit: number
  inverted: boolean
}

/** By the events that report messages: those know their website. */
function statement({ websiteId, createdAfter, above, below, limit, inverted }: Page) {
  const direction = Prisma.raw(inverted ? 'DESC' : 'ASC')
  return Prisma.sql`
    SELECT e."id", e."createdAt", m."id" AS "messageId" FROM "TicketEvent" e
    JOIN "Message" m ON m."id" = (e."data"->>'messageId')::uuid
    WHERE e."websiteId" = ${websiteId}::uuid AND e."type" = 'MESSAGE_POSTED'
      AND e."createdAt" >= ${createdAfter}::timestamptz AND m."createdAt" > ${createdAfter}::timestamptz
      AND (e."createdAt", e."id") > (${above.at}::timestamptz, ${above.id}::uuid)
      AND (e."createdAt", e."id") < (${below.at}::timestamptz, ${below.id}::uuid)
    ORDER BY e."createdAt" ${direction}, e."id" ${direction} LIMIT ${limit}`
}
