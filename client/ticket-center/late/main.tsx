import type { Client } from '@urql/core'
import { render } from 'preact'
import { createFiles, type Files } from '../../attachments/create-files.tsx'
import { LinkHint } from './LinkHint.tsx'
import { addStyles } from './styles.ts'
import { loadLateTexts } from './texts.ts'

// Loaded when the first of this is needed. It has a Preact of its own: the document's exports nothing.

export async function startFiles(client: Client): Promise<Files> {
  addStyles()
  return createFiles(client, await loadLateTexts())
}

/** Shows hints beside links from now on; `first` is the event by which one was pointed at. */
export async function startLinkHints(first: Event): Promise<void> {
  addStyles()
  const text = await loadLateTexts()
  const place = document.createElement('div')
  document.querySelector('main')?.append(place)
  render(<LinkHint first={first} text={text} />, place)
}
