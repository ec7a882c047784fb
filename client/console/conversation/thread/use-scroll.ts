import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Message } from '../../state/state.ts'

const endMargin = 80

/**
 * Keeps the newest message and the `notes` under it in view, unless the operator has scrolled up. `below` counts the
 * messages that arrived since.
 */
export function useScroll(messages: Message[], outgoing: number, notes: number) {
  const scroller = useRef<HTMLElement>(null)
  const atEnd = useRef(true)
  const lastTop = useRef(0)
  const before = useRef({ first: 0, last: 0, outgoing: 0, height: 0 })
  const [below, setBelow] = useState(0)
  const first = messages[0]?.position ?? 0
  const last = messages.at(-1)?.position ?? 0

  function toEnd(): void {
    const element = scroller.current
    if (element) {
      element.scrollTop = element.scrollHeight
      lastTop.current = element.scrollTop
    }
    atEnd.current = true
    setBelow(0)
  }

  function settle(): void {
    const element = scroller.current
    if (!element) return
    const previous = before.current
    before.current = { first, last, outgoing, height: element.scrollHeight }
    if (previous.last === 0) {
      toEnd()
      element.querySelector('.tc-separator--new')?.scrollIntoView({ block: 'start' })
    } else if (first < previous.first) {
      element.scrollTop += element.scrollHeight - previous.height
    } else if (atEnd.current || outgoing > previous.outgoing) {
      toEnd()
    } else if (last > previous.last) {
      setBelow((count) => count + last - previous.last)
    }
  }
  // Before the next paint, but after long texts are folded.
  useLayoutEffect(() => queueMicrotask(settle), [first, last, outgoing, notes])

  useEffect(() => {
    const element = scroller.current as HTMLElement
    const onScroll = () => {
      const { scrollTop: top, scrollHeight, clientHeight } = element
      // Pictures make the messages longer: who has not scrolled up stays at the end.
      const stays = atEnd.current && top >= lastTop.current
      atEnd.current = stays || scrollHeight - clientHeight - top < endMargin
      lastTop.current = top
      if (atEnd.current) setBelow(0)
    }
    return watchScroll(element, {
      scrolled: onScroll,
      resized: () => atEnd.current && toEnd(),
      used: () => {
        atEnd.current = false
        requestAnimationFrame(onScroll)
      },
    })
  }, [])

  return { scroller, below, toEnd }
}

interface Watcher {
  scrolled: () => void
  /** The composer or the messages have grown, or the window has shrunk: the newest stay in view. */
  resized: () => unknown
  /** Something was opened to read it: it stays there, even if the end then moves away. */
  used: () => void
}

function watchScroll(element: HTMLElement, { scrolled, resized, used }: Watcher): () => void {
  const observer = new ResizeObserver(resized)
  element.addEventListener('scroll', scrolled, { passive: true })
  for (const type of ['click', 'focusin']) element.addEventListener(type, used)
  observer.observe(element)
  for (const child of element.children) observer.observe(child)
  return () => {
    element.removeEventListener('scroll', scrolled)
    observer.disconnect()
  }
}
