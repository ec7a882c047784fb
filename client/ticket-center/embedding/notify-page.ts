import type { Client } from '@urql/core'
import type { FrameMessage } from '../../embed/protocol.ts'
import type { Router } from '../routing/route.ts'
import type { State } from '../state/state.ts'
import { checkedParent } from './checked-parent.ts'
import { watchHeight } from './height.ts'
import { navigateMessage } from './navigate-message.ts'
import { obeyPage } from './obey-page.ts'
import { reportUnread } from './unread.ts'

/** What the frame shows; whether its first screen could not be loaded, and whether the session has ended. */
export type Shown = [state: State, router: Router, failed: boolean, ended: boolean]

const { search, ancestorOrigins } = location
const page = checkedParent({ search, ancestorOrigins, referrer: document.referrer })
let shown: Shown | undefined

/** The newest message of each type: the page is notified only of changes. */
const sent = new Map<string, string>()

function notify(message: FrameMessage): void {
  const text = JSON.stringify(message)
  if (!page || sent.get(message.type) === text) return
  sent.set(message.type, text)
  parent.postMessage(message, page)
}

function here(): { router: Router; ticket: number | null } {
  const [state, router] = shown as Shown
  const message = navigateMessage(state, router.route)
  return { router, ticket: message?.place === 'ticket' ? message.ticket : null }
}

/** Notifies the embedding page of what is shown now, and listens to it from the first call on. */
export function notifyPage(client: Client, ...now: Shown): void {
  if (!page) return
  if (!shown) obeyPage(page, here)
  shown = now
  const [state, { route }, failed, ended] = now
  if (ended) notify({ type: 'error', code: 'SESSION_ENDED' })
  else if (failed) notify({ type: 'error', code: 'LOADING_FAILED' })
  if (ended || !state.loaded) return
  notify({ type: 'ready' })
  const message = navigateMessage(state, route)
  if (message) notify(message)
  void reportUnread(client, state, (count) => notify({ type: 'unread', count }))
  watchHeight((height) => notify({ type: 'resize', height }))
}
