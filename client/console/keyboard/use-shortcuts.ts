import { useEffect, useRef } from 'preact/hooks'
import { useStore } from '../state/context.ts'
import { useGo } from '../state/use-go.ts'
import { focusTarget, isIn, isTyping } from './targets.ts'

type Commands = Record<string, () => void>

/** Keys for the whole page. Nothing is taken from fields, dialogs or combinations of the browser's. */
export function useShortcuts(single: boolean, openHelp: () => void): void {
  const { place } = useStore().state
  const { step, back, toggleDetails } = useGo()

  function escape(target: EventTarget | null): void {
    if (place.pane === 'details') toggleDetails()
    else if (isIn(target, '.tc-composer')) focusTarget('conversation')
    else if (place.ticketId) back()
  }

  function commandsAt(target: EventTarget | null): Commands {
    if (isIn(target, 'dialog')) return {}
    const always: Commands = { Escape: () => escape(target) }
    if (isTyping(target)) return always
    const inList = { ArrowDown: () => step(1), ArrowUp: () => step(-1) }
    const letters = {
      j: () => step(1),
      k: () => step(-1),
      r: () => void focusTarget('reply'),
      '/': () => void focusTarget('search'),
      '?': openHelp,
    }
    return { ...always, ...(isIn(target, '.tc-ticket-list') && inList), ...(single && letters) }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
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
