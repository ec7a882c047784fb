import type { Client } from '@urql/core'
import type { FrameMessage } from '../../../embed/protocol.ts'
import type { Router } from '../../route.ts'
import type { State } from '../../state/state.ts'
import { checkedParent } from './checked-parent.ts'
import { watchHeight } from './height.ts'
import { obeyPage } from './obey-page.ts'
import { placeOf } from './place.ts'
import { tellUnread } from './unread.ts'

/** What the frame shows; whether its first screen could not be loaded, and whether the session has ended. */
export type Shown = [state: State, router: Router, failed: boolean, ended: boolean]

const { search, ancestorOrigins } = location
const page = checkedParent({ search, ancestorOrigins, referrer: document.referrer })
let shown: Shown | undefined

/** The newest message of each type: the page is notified only of changes. */
const told = new Map<string, string>()

function tell(message: FrameMessage): void {
  const text = JSON.stringify(message)
  if (!page || told.get(message.type) === text) return
  told.set(message.type, text)
  parent.postMessage(message, page)
}

function here(): { router: Router; ticket: number | null } {
  const [state, router] = shown as Shown
  const place = placeOf(state, router.route)
  return { router, ticket: place?.place === 'ticket' ? place.ticket : null }
}

/** Notifies the embedding page of what is shown now, and listens to it from the first call on. */
export function tellPage(client: Client, ...now: Shown): void {
  if (!page) return
  if (!shown) obeyPage(page, here)
  shown = now
  const [state, { route }, failed, ended] = now
  if (ended) tell({ type: 'error', code: 'SESSION_ENDED' })
  else if (failed) tell({ type: 'error', code: 'LOADING_FAILED' })
  if (ended || !state.loaded) return
  tell({ type: 'ready' })
  const place = placeOf(state, route)
  if (place) tell(place)
  void tellUnread(client, state, (count) => tell({ type: 'unread', count }))
  watchHeight((height) => tell({ type: 'resize', height }))
}
