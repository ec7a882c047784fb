import { useState } from 'preact/hooks'
import { useConsoleAddParticipantMutation, useConsoleRemoveParticipantMutation } from '../../graphql/hooks.ts'
import { useAnnounce } from '../announcements/use-announce.ts'
import { useStore } from '../state/context.ts'
import { useFailureText } from '../texts/use-failure-text.ts'
import { useText } from '../texts/use-text.ts'

export function useParticipants(ticketId: string) {
  const text = useText()
  const announce = useAnnounce()
  const failureText = useFailureText()
  const { dispatch } = useStore()
  const [failure, setFailure] = useState<string>()
  const [, sendAdd] = useConsoleAddParticipantMutation()
  const [, sendRemove] = useConsoleRemoveParticipantMutation()

  /** Returns what is wrong with the address. */
  async function add(email: string): Promise<string | undefined> {
    const { data, error } = await sendAdd({ input: { ticketId, email } })
    const result = data?.addParticipant
    if (result?.__typename === 'LimitReached') return text('participants.limit', { count: result.limit })
    if (result?.__typename !== 'AddParticipantPayload') return failureText(error, result)
    dispatch({ type: 'participants', ticketId, participants: result.ticket.participants })
    announce(text('participants.added', { email }))
    return undefined
  }

  async function remove(email: string): Promise<void> {
    const { data, error } = await sendRemove({ input: { ticketId, email } })
    const result = data?.removeParticipant
    const removed = result?.__typename === 'RemoveParticipantPayload'
    setFailure(removed ? undefined : failureText(error, result))
    if (!removed) return
    dispatch({ type: 'participants', ticketId, participants: result.ticket?.participants ?? [] })
    announce(text('participants.removed', { email }))
  }

  return { add, remove, failure }
}
