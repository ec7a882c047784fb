import { render } from 'preact'
import type { FrameText, LateText } from '../../i18n/catalogue.ts'
import type { Text } from '../../i18n/text.ts'
import { addStyles } from '../../ui/add-styles.ts'
import { LinkHint } from './LinkHint.tsx'
import css from './links.css?inline'

addStyles(css)

/** Shows hints beside links from now on; `first` is the event by which one was pointed at. */
export function startLinkHints(first: Event, text: Text<FrameText | LateText>): void {
  const place = document.createElement('div')
  document.querySelector('main')?.append(place)
  render(<LinkHint first={first} text={text} />, place)
}
