import { useClient } from '@urql/preact'
import { useEffect, useRef } from 'preact/hooks'
import { ConsoleMailNewsDocument } from '../../../graphql/operations.ts'
import { useDebounced } from '../../../ui/use-debounced.ts'
import { useStore } from '../../state/context.ts'
import { newlyFailed, newlyHeld } from '../../state/mails.ts'
import type { Conversation } from '../../state/state.ts'
import { useAnnounce } from '../../use-announce.ts'
import { useText } from '../../use-text.ts'
import { isolate, isolateSender } from './isolate.ts'

/** One exchange sends word of its ticket several times. */
const pause = 400
/** As many messages as a look at their mails may cost. */
const most = 90

/** Looks at the open conversation’s mails again whenever word of its ticket comes. */
export function useMailNews(ticketId: string, conversation: Conversation | undefined): void {
  const text = useText()
  const announce = useAnnounce()
  const client = useClient()
  const { state, dispatch } = useStore()
  const word = useDebounced(state.word[ticketId] ?? 0, pause)
  const known = useRef(word)
  const held = useRef(conversation)
  held.current = conversation

  useEffect(() => {
    if (word === known.current) return
    known.current = word
    let late = false
    async function look(): Promise<void> {
      const last = Math.min(held.current?.messages.length ?? 0, most)
      const { data } = await client.query(ConsoleMailNewsDocument, { id: ticketId, last }).toPromise()
      const news = data?.ticket
      if (late || !news || !held.current) return
      const words = [
        ...newlyFailed(held.current, news).map(({ to, failure }) =>
          text('delivery.failed', { to: isolate(to), failure: isolate(failure) }),
        ),
        ...newlyHeld(held.current, news).map(({ from }) =>
          text('held.title', { from: isolateSender(from ?? text('held.nobody')) }),
        ),
      ]
      dispatch({ type: 'mail-news', news })
      if (words.length > 0) announce(words.join(' '))
    }
    void look()
    return () => {
      late = true
    }
  }, [word])
}
