import { render } from 'preact'
import { LinkHint } from './LinkHint.tsx'
import { addStyles } from '../late/styles.ts'
import { loadLateTexts } from '../late/texts.ts'

/** Shows hints beside links from now on; `first` is the event by which one was pointed at. */
export async function startLinkHints(first: Event, language: string): Promise<void> {
  addStyles()
  const text = await loadLateTexts(language)
  const place = document.createElement('div')
  document.querySelector('main')?.append(place)
  render(<LinkHint first={first} text={text} />, place)
}
