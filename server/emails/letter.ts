import type { Brand } from './data.ts'
import type { ShownMessages } from './shown-messages.ts'

/** An email before it is rendered as HTML and plain text. Everything is plain text; only messages are Markdown. */
export interface Letter {
  brand: Brand
  subject: string
  /** The preview that inboxes show beside the subject. */
  gist: string
  heading: string
  /** The ticket, if the email may name it; its subject only if that may be shown. */
  ticket: { number: string; subject: string | null } | null
  paragraphs: string[]
  facts: { label: string; value: string }[]
  messages: ShownMessages
  /** The next step: a text and a button. */
  way: { text: string | null; button: Button | null }
  /** Why the reader gets this email, and how to unsubscribe. */
  footer: { lines: string[]; mute: Link | null }
}

export interface Link {
  label: string
  url: string
}

/** A button without an address is only for show; plain text omits it. */
export interface Button {
  label: string
  url: string | null
}
