import { loadedTicket } from '../../core/conversations.ts'
import type { FrameMessage } from '../../embed/protocol.ts'
import type { Route } from '../routing/route.ts'
import type { State } from '../state/state.ts'

type Navigate = Extract<FrameMessage, { type: 'navigate' }>

/** Says where the customer is; null while the number of the ticket is unknown. */
export function navigateMessage(state: State, route: Route): Navigate | null {
  if (route.name === 'list' || route.name === 'new') return { type: 'navigate', place: route.name }
  const ticket = route.name === 'number' ? route.number : loadedTicket(state, route.id)?.number
  return ticket === undefined ? null : { type: 'navigate', place: 'ticket', ticket }
}
