import type { CombinedError } from '@urql/core'
import { useState } from 'preact/hooks'
import { useStore } from '../state/context.ts'
import type { Ticket } from '../state/state.ts'
import { useFailureText } from '../texts/use-failure-text.ts'

interface Response {
  data?: Record<string, { ticket: Ticket } | { message: string } | null>
  error?: CombinedError
}

/** A property of the ticket. A change is shown at once, and taken back if it is refused. */
export function useProperty(ticket: Ticket, property: keyof Ticket) {
  const failureText = useFailureText()
  const { dispatch } = useStore()
  const [failure, setFailure] = useState<{ before: unknown; words: string }>()

  /** Whether the change was accepted. */
  async function change(changed: Partial<Ticket>, response: Promise<Response>): Promise<boolean> {
    setFailure(undefined)
    dispatch({ type: 'ticket', ticket: { ...ticket, ...changed } })
    const { data, error } = await response
    const [result] = Object.values(data ?? {})
    const after = result && 'ticket' in result ? result.ticket : undefined
    dispatch({ type: 'ticket', ticket: after ?? ticket })
    if (!after) setFailure({ before: key(ticket[property]), words: failureText(error, result) })
    return after !== undefined
  }

  // Outdated as soon as the property changes.
  return { change, failure: failure?.before === key(ticket[property]) ? failure?.words : undefined }
}

/** The value, or the id of what it refers to. */
function key(value: Ticket[keyof Ticket]) {
  if (Array.isArray(value)) return JSON.stringify(value)
  return value && typeof value === 'object' ? value.id : value
}
