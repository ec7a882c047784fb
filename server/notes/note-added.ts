import { readBack } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { dataOf } from '../events/event.ts'
import { eventType } from '../tickets/events/ticket-event.ts'
import { Note } from './note.ts'

declare module '../events/event.ts' {
  interface EventData {
    NOTE_ADDED: { noteId: string }
  }
}

eventType('NOTE_ADDED', {
  name: 'NoteAdded',
  description: 'The team added an internal note. Customers do not see this event.',
  internal: true,
  fields: (t) => ({
    note: t.prismaField({
      type: Note,
      description: 'The note.',
      resolve: (query, event) =>
        readBack(db.note.findUnique({ ...query, where: { id: dataOf(event, 'NOTE_ADDED').noteId } })),
    }),
  }),
})
