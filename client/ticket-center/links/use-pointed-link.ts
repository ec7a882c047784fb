import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

const links = ':is(.tc-rich-text a[target="_blank"], .tc-attachment__link)'
/** Milliseconds: enough for a pointer to cross the gap to the hint. */
const leaveDelay = 250
const longPress = 500

const linkAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>(links) : null

/** The hint's button is at the end of the document, but comes right after its link in the tab order. */
function tab(event: KeyboardEvent, button: HTMLElement | null | undefined): void {
  if (!button) return
  if (linkAt(event.target) && !event.shiftKey) {
    event.preventDefault()
    button.focus()
  } else if (event.target === button) {
    if (event.shiftKey) event.preventDefault()
    document.querySelector<HTMLElement>(`${links}[aria-describedby]`)?.focus()
  }
}

/**
 * The link of a message that is hovered, focused or long-pressed; it stays while its hint is in use. `first` is the event
 * by which the first one was.
 */
export function usePointedLink(hint: RefObject<HTMLElement | null>, first: Event) {
  const [link, setLink] = useState<HTMLAnchorElement>()

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let touchedAt = 0
    const isHint = (target: EventTarget | null) => target instanceof Node && hint.current?.contains(target)
    const later = (show: HTMLAnchorElement | undefined, delay: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => setLink(show), delay)
    }

    function point(event: Event): void {
      // A finger on a link also points at it, which must not show the hint before a long press does.
      if (event instanceof PointerEvent && event.pointerType === 'touch') return
      const { target, type, timeStamp } = event
      const found = linkAt(target)
      if (type === 'touchstart') touchedAt = timeStamp
      if (found) later(found, type === 'touchstart' ? longPress : 0)
      else if (isHint(target)) clearTimeout(timer)
      else later(undefined, leaveDelay)
    }
    function press(event: KeyboardEvent): void {
      if (event.key === 'Escape') setLink(undefined)
      if (event.key === 'Tab') tab(event, hint.current?.querySelector('button'))
    }
    const slide = () => clearTimeout(timer)
    function lift(event: Event): void {
      clearTimeout(timer)
      // A long press shows the hint and does not open the link.
      if (linkAt(event.target) && event.timeStamp - touchedAt >= longPress) event.preventDefault()
    }
    const hide = () => later(undefined, 0)

    const listeners = {
      pointerover: point,
      focusin: point,
      touchstart: point,
      touchmove: slide,
      touchend: lift,
    }
    for (const [type, listener] of Object.entries(listeners)) document.addEventListener(type, listener)
    document.addEventListener('keydown', press)
    document.addEventListener('scroll', hide, true)
    point(first)
    return () => {
      clearTimeout(timer)
      for (const [type, listener] of Object.entries(listeners)) document.removeEventListener(type, listener)
      document.removeEventListener('keydown', press)
      document.removeEventListener('scroll', hide, true)
    }
  }, [])

  return link
}
