import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../ui/Button.tsx'

interface Props {
  label: string
  /** Why the last attempt came to nothing: the next one is asked for. */
  failure?: string | undefined
  busy: boolean
  load: () => void
}

/** Pixels to the edge of what is in view. */
const near = '320px'

/** Loads the next page when it comes near; the button stays for the keyboard, and after a failure. */
export function LoadMore({ label, failure, busy, load }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const latest = useRef(load)
  latest.current = load
  const waiting = !busy && failure === undefined

  // Observed anew after each page: one that was short leaves this in view.
  useEffect(() => {
    const element = frame.current
    if (!element || !waiting) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.at(-1)?.isIntersecting) latest.current()
      },
      { root: scrollerOf(element), rootMargin: near },
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

/** The element that scrolls: margins only count from its edges. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  let parent = element.parentElement
  while (parent && !/auto|scroll/.test(getComputedStyle(parent).overflowY)) parent = parent.parentElement
  return parent
}
