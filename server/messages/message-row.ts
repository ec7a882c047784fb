import type { Message } from '../../prisma/generated/client/client.ts'
import type { Channel } from '../../prisma/generated/client/enums.ts'
import { actorOf } from '../events/actor.ts'
import type { Member } from '../identity/viewer.ts'
import type { Rendered } from '../text/render.ts'
import { wordsOf } from '../text/words.ts'
import { authorOf } from './author.ts'

export interface NewMessage {
  id: string
  body: string
  rendered: Rendered
  /** Uploads of its author, or of the `uploader`. */
  attachmentIds?: string[] | null
  uploader?: Member
  /** What was cut from an email. */
  quotedText?: string
  /** The channel, if it is not the viewer's usual one. */
  via?: Channel | undefined
  /** False if no email is sent because of it. */
  notify?: boolean | null
}

interface MessagePosition {
  websiteId: string
  ticketId: string
  position: number
  /** Indexed with the message. Only the first message has the ticket's subject. */
  subject?: string
}

/** The row of a viewer's message, as it is inserted. */
export function messageRow(viewer: Member, at: MessagePosition, given: NewMessage): Message {
  const { websiteId, ticketId, position, subject = '' } = at
  const { id, body, rendered, attachmentIds, quotedText, via, notify } = given
  return {
    id,
    ticketId,
    position,
    body,
    bodyHtml: rendered.html,
    rendererVersion: rendered.rendererVersion,
    words: wordsOf(websiteId, subject, body),
    quotedText: quotedText ?? null,
    via: via ?? authorOf(viewer).via,
    attachmentCount: attachmentIds?.length ?? 0,
    notify: notify ?? true,
    createdAt: new Date(),
    authorName: null,
    externalId: null,
    ...actorOf(viewer),
  }
}
