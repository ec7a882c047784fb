import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

const nearly = 80

/**
 * Keeps the scroll position: at the end if the reader is there, at the unread line at first, and on the same message
 * when older ones are inserted above.
 */
export function useThreadScroll(first: number, last: number) {
  const thread = useRef<HTMLDivElement>(null)
  const remembered = useRef({ first, height: 0, top: 0, atEnd: true })
  const [atEnd, setAtEnd] = useState(true)

  const toEnd = useCallback(() => {
    if (thread.current) thread.current.scrollTop = thread.current.scrollHeight
  }, [])

  const remember = useCallback(() => {
    const element = thread.current
    if (!element) return
    const { scrollTop: top, scrollHeight: height } = element
    // Pictures make the messages longer: who has not scrolled up stays at the end.
    const stays = remembered.current.atEnd && top >= remembered.current.top
    const atEnd = stays || height - top - element.clientHeight < nearly
    remembered.current = { ...remembered.current, height, top, atEnd }
    setAtEnd(atEnd)
  }, [])

  function settle(): void {
    const element = thread.current
    if (!element) return
    const before = remembered.current
    if (before.first !== first) element.scrollTop += element.scrollHeight - before.height
    else if (before.atEnd) toEnd()
    remembered.current = { ...before, first, height: element.scrollHeight, top: element.scrollTop }
  }
  // Before the next paint, but after long texts are folded.
  useLayoutEffect(() => queueMicrotask(settle), [first, last])

  useEffect(() => {
    const element = thread.current
    if (!element) return
    const unread = element.querySelector<HTMLElement>('.tc-unread-line')
    if (unread) element.scrollTop = Math.min(element.scrollTop, unread.offsetTop - element.offsetTop - 16)
    remember()
    const observer = new ResizeObserver(() => {
      if (remembered.current.atEnd) toEnd()
    })
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    element.addEventListener('scroll', remember, { passive: true })
    // Who opens something to read it stays there, even if the end then moves away.
    const stay = () => {
      remembered.current.atEnd = false
      requestAnimationFrame(remember)
    }
    for (const type of ['click', 'focusin']) element.addEventListener(type, stay)
    return () => observer.disconnect()
  }, [])

  return { thread, atEnd, toEnd }
}
