import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { classNames } from '../../ui/class-names.ts'
import { RichText } from '../../ui/text/RichText.tsx'
import { useSharedText } from '../text.ts'
import { CopyButtonsContext } from './copy-buttons.ts'

/** Lines that a text may have before only its beginning is shown: a few more than long-text.css leaves. */
const maxLines = 24

/** The text of a message: of a long one only the beginning, until the reader wants all. */
export function MessageText({ html }: { html: string }) {
  const text = useSharedText()
  const addCopyButtons = useContext(CopyButtonsContext)
  const place = useRef<HTMLDivElement>(null)
  const toggle = useRef<HTMLButtonElement>(null)
  const [isLong, setLong] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const folded = isLong && !isOpen

  useLayoutEffect(() => {
    const element = place.current as HTMLElement
    const line = Number.parseFloat(getComputedStyle(element).lineHeight)
    setLong(element.scrollHeight > maxLines * line)
  }, [html])
  useEffect(() => {
    if (html.includes('<pre')) addCopyButtons(place.current as HTMLElement)
  }, [html])
  useEffect(() => {
    if (folded) toggle.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])

  return (
    <>
      <div
        ref={place}
        class={classNames('tc-long', folded && 'tc-long--folded')}
        // The browser scrolls what is hidden into view: a focused link, or text that the reader searches for.
        onScroll={() => setOpen(true)}
      >
        <RichText html={html} />
      </div>
      {isLong && (
        <button
          ref={toggle}
          type="button"
          class="tc-link tc-long__toggle"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {text(isOpen ? 'message.part' : 'message.whole')}
        </button>
      )}
    </>
  )
}
