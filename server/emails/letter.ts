import type { Brand } from './data.ts'
import type { ShownMessages } from './shown-messages.ts'

/** What an email says, before it is written as HTML and as plain text. Everything here is plain text; only bodies of messages are Markdown. */
export interface Letter {
  brand: Brand
  subject: string
  /** What an inbox shows beside the subject. */
  gist: string
  heading: string
  /** The ticket, where the email may name it; its subject only where that may be shown. */
  ticket: { number: number; subject: string | null } | null
  paragraphs: string[]
  facts: { label: string; value: string }[]
  messages: ShownMessages
  /** Where the reader goes from here: words, and a button that they lead to. */
  way: { text: string | null; button: Button | null }
  /** Why the reader gets this email, and how to get no more of them. */
  footer: { lines: string[]; mute: Link | null }
}

export interface Link {
  label: string
  url: string
}

/** A button without an address is there to be looked at; plain text is silent about it. */
export interface Button {
  label: string
  url: string | null
}
