import { heldTicket } from '../../core/conversations.ts'
import type { FrameMessage } from '../../embed/protocol.ts'
import type { Route } from '../routing/route.ts'
import type { State } from '../state/state.ts'

type Place = Extract<FrameMessage, { type: 'navigate' }>

/** Where the customer is; null while the number of the ticket is unknown. */
export function placeOf(state: State, route: Route): Place | null {
  if (route.name === 'list' || route.name === 'new') return { type: 'navigate', place: route.name }
  const ticket = route.name === 'number' ? route.number : heldTicket(state, route.id)?.number
  return ticket === undefined ? null : { type: 'navigate', place: 'ticket', ticket }
}
