import type { Client } from '@urql/core'
import type { Files } from '../../attachments/create-files.tsx'
import type { Shown } from '../embedding/notify-page.ts'

// What the frame loads when the first of it is needed, each from a script of its own. They have a Preact of their own:
// the document's exports nothing.

/** The address of this script names the language of its texts: `late.js#de`. */
const language = new URL(import.meta.url).hash.slice(1)

export async function startFiles(client: Client): Promise<Files> {
  const files = await import('./files.ts')
  return files.startFiles(client, language)
}

export async function startLinkHints(first: Event): Promise<void> {
  const hints = await import('../links/start-link-hints.tsx')
  return hints.startLinkHints(first, language)
}

export async function notifyPage(client: Client, ...shown: Shown): Promise<void> {
  const embedding = await import('../embedding/notify-page.ts')
  embedding.notifyPage(client, ...shown)
}
