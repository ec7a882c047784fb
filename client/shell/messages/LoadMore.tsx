import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'

interface Props {
  label: string
  /** Why the last attempt failed: the next one needs a click. */
  failure?: string | undefined
  busy: boolean
  load: () => void
}

/** How many pixels away from the visible area loading starts. */
const loadMargin = '320px'

/** Loads the next page when the reader gets near; the button is for the keyboard and for retries. */
export function LoadMore({ label, failure, busy, load }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const latest = useRef(load)
  latest.current = load
  const waiting = !busy && failure === undefined

  // Observe again after each page: after a short one, this may still be in view.
  useEffect(() => {
    const element = frame.current
    if (!element || !waiting) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.at(-1)?.isIntersecting) latest.current()
      },
      { root: scrollerOf(element), rootMargin: loadMargin },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [waiting])

  return (
    <div ref={frame} class="tc-more">
      {failure && !busy && (
        <p class="tc-error" role="alert">
          {failure}
        </p>
      )}
      <Button variant="quiet" busy={busy} onClick={load}>
        {label}
      </Button>
    </div>
  )
}

/** The scrolling element: the observer's margins only work relative to it. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  let parent = element.parentElement
  while (parent && !/auto|scroll/.test(getComputedStyle(parent).overflowY)) parent = parent.parentElement
  return parent
}
