import { builder } from '../../api/builder.ts'
import { encodeGlobalID } from '../../api/global-id.ts'
import { db } from '../../database/db.ts'
import { dataOf } from '../../events/event.ts'
import { webhookEvent } from './event.ts'

interface NoteBody {
  id: string
  body: string
}

const WebhookNote = builder.objectRef<NoteBody>('WebhookNote').implement({
  description: 'An internal note in the body of a webhook; its author is the event’s actor.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Global id.' }),
    body: t.exposeString('body', { description: 'Markdown, as written.' }),
  }),
})

webhookEvent<{ note: NoteBody | null }>('NOTE_ADDED', {
  name: 'WebhookNoteAdded',
  description: '`note.added`: the team added an internal note. Only for endpoints that name this type.',
  fields: (t) => ({
    note: t.expose('note', {
      type: WebhookNote,
      description: 'The note; null once its ticket is deleted.',
      nullable: true,
    }),
  }),
  read: async (event) => {
    const where = { id: dataOf(event, 'NOTE_ADDED').noteId }
    const note = await db.note.findUnique({ where, select: { id: true, body: true } })
    return { note: note && { ...note, id: encodeGlobalID('Note', note.id) } }
  },
})
