import { readBack } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { dataOf } from '../events/event.ts'
import { eventType } from '../tickets/events/ticket-event.ts'
import { Message } from './message.ts'

declare module '../events/event.ts' {
  interface EventData {
    MESSAGE_POSTED: { messageId: string }
  }
}

eventType('MESSAGE_POSTED', {
  name: 'MessagePosted',
  description: 'A message was posted.',
  fields: (t) => ({
    newMessage: t.prismaField({
      type: Message,
      description: 'The message that was posted.',
      // Prisma loads those of a page with one statement.
      resolve: (query, event) =>
        readBack(
          db.message.findUnique({ ...query, where: { id: dataOf(event, 'MESSAGE_POSTED').messageId } }),
        ),
    }),
  }),
})
