import { useEffect, useRef, useState } from 'preact/hooks'
import type { Ticket } from '../state/state.ts'
import { TicketItem } from './TicketItem.tsx'

/** Rows that appear and disappear together. The block in view and the two beside it are in the page. */
const block = 50

/** A list of tickets, of which those that are far out of view are only as much space. All rows are equally high. */
export function Rows({ tickets }: { tickets: Ticket[] }) {
  const list = useRef<HTMLUListElement>(null)
  const height = useRef(0)
  const [first, setFirst] = useState(0)

  useEffect(() => {
    const { parentElement: scroller, children } = list.current as HTMLElement
    const look = () => {
      height.current = children[0]?.getBoundingClientRect().height ?? 0
      const inView = Math.floor((scroller as HTMLElement).scrollTop / height.current / block) || 0
      setFirst(Math.max(0, inView - 1) * block)
    }
    scroller?.addEventListener('scroll', look, { passive: true })
    return () => scroller?.removeEventListener('scroll', look)
  }, [])

  // The list may have become shorter.
  const above = first < tickets.length ? first : 0
  const shown = tickets.slice(above, above + 3 * block)
  const below = tickets.length - above - shown.length
  const paddingBlock = `${above * height.current}px ${below * height.current}px`
  return (
    <ul ref={list} class="tc-ticket-list" style={{ paddingBlock }}>
      {shown.map((ticket, index) => (
        <TicketItem key={ticket.id} ticket={ticket} position={above + index + 1} of={tickets.length} />
      ))}
    </ul>
  )
}
