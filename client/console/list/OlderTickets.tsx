import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { useText } from '../use-text.ts'
import type { TicketPages } from './use-ticket-pages.ts'

/** Loads the next page when it comes near; the button stays for the keyboard, and after a failure. */
export function OlderTickets({ pages }: { pages: TicketPages }) {
  const text = useText()
  const end = useRef<HTMLDivElement>(null)
  const latest = useRef(pages)
  latest.current = pages

  useEffect(() => {
    const element = end.current as HTMLDivElement
    const observer = new IntersectionObserver(
      ([entry]) => {
        const { fetching, failed, more } = latest.current
        if (entry?.isIntersecting && !fetching && !failed) more()
      },
      { root: element.parentElement, rootMargin: '320px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  return (
    <div ref={end} class="tc-more">
      {pages.failed === 'older' && (
        <p class="tc-error" role="alert">
          {text('list.older.failed')}
        </p>
      )}
      <Button variant="quiet" busy={pages.fetching} onClick={pages.more}>
        {text('list.older')}
      </Button>
    </div>
  )
}
