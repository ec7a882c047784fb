import { useEffect, useRef } from 'preact/hooks'
import { useStore } from '../state/context.ts'
import { useGo } from '../state/use-go.ts'
import { useVisibleTickets } from '../state/use-visible-tickets.ts'
import { focusTarget, isIn, isTyping } from './targets.ts'

type Commands = Record<string, () => void>

/** Page-wide shortcuts. They never take keys from fields, dialogs or the browser's own combinations. */
export function useShortcuts(asleep: boolean, single: boolean, openHelp: () => void): void {
  const { screen } = useStore().state
  const tickets = useVisibleTickets()
  const { step, back, closeDetails } = useGo()

  function stepBy(count: 1 | -1): void {
    const index = tickets.findIndex((ticket) => ticket.id === screen.ticketId)
    const next = index < 0 ? tickets[0] : tickets[index + count]
    if (next) step(next.id)
  }

  function stepOut(target: EventTarget | null): void {
    if (screen.pane === 'details') closeDetails()
    else if (isIn(target, '.tc-composer')) focusTarget('conversation')
    else if (screen.ticketId) back()
  }

  function commandsAt(target: EventTarget | null): Commands {
    if (isIn(target, 'dialog')) return {}
    const always: Commands = { Escape: () => stepOut(target) }
    if (isTyping(target)) return always
    const inList: Commands = { ArrowDown: () => stepBy(1), ArrowUp: () => stepBy(-1) }
    const letters: Commands = {
      j: () => stepBy(1),
      k: () => stepBy(-1),
      r: () => focusTarget('reply'),
      '/': () => focusTarget('search'),
      '?': openHelp,
    }
    return { ...always, ...(isIn(target, '.tc-ticket-list') && inList), ...(single && letters) }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (
      asleep ||
      event.defaultPrevented ||
      event.isComposing ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return
    const command = commandsAt(event.target)[event.key]
    if (!command) return
    event.preventDefault()
    command()
  }

  const latest = useRef(onKeyDown)
  latest.current = onKeyDown
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
