import { useEffect, useRef, useState } from 'preact/hooks'
import { useConsoleEmailUpdatesQuery } from '../../../graphql/hooks.ts'
import { useDebounced } from '../../../ui/form/use-debounced.ts'
import { useAnnounce } from '../../announcements/use-announce.ts'
import { useStore } from '../../state/context.ts'
import { newlyFailed, newlyProposed, newlyQuarantined } from '../../state/emails.ts'
import type { Conversation } from '../../state/state.ts'
import { useText } from '../../texts/use-text.ts'
import { isolate, isolateSender } from './isolate.ts'

/** One exchange changes its ticket several times. */
const debounceTime = 400
/** Number of messages whose emails can be read within the cost limit. */
const maxPage = 90

/** Rereads the emails and proposed replies of the open conversation whenever its ticket changes. */
export function useEmailUpdates(ticketId: string, conversation: Conversation | undefined): void {
  const text = useText()
  const announce = useAnnounce()
  const { state, dispatch } = useStore()
  const changes = useDebounced(state.changesByTicket[ticketId] ?? 0, debounceTime)
  const seen = useRef(changes)
  const [asked, setAsked] = useState<number>()
  const [{ data }, look] = useConsoleEmailUpdatesQuery({
    variables: { id: ticketId, last: asked ?? 0 },
    pause: asked === undefined,
  })

  useEffect(() => {
    if (changes === seen.current) return
    seen.current = changes
    const last = Math.min(conversation?.messages.length ?? 0, maxPage)
    if (last === asked) look()
    else setAsked(last)
  }, [changes])

  useEffect(() => {
    const updates = data?.ticket
    if (!updates || !conversation) return
    const words = [
      ...newlyFailed(conversation, updates).map(({ to, failure }) =>
        text('delivery.failed', { to: isolate(to), failure: isolate(failure) }),
      ),
      ...newlyQuarantined(conversation, updates).map(({ from }) =>
        text('quarantined.title', { from: isolateSender(from ?? text('quarantined.nobody')) }),
      ),
      ...newlyProposed(conversation, updates).map(({ author }) =>
        text('proposal.title', { name: author.name }),
      ),
    ]
    dispatch({ type: 'email-updates', updates })
    if (words.length > 0) announce(words.join(' '))
  }, [data])
}
