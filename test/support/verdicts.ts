import { groups, type Verdicts } from './callers.ts'

export interface Row {
  /** What happens for each caller who sends the input. */
  verdicts: Verdicts
  /** Whether it changes a ticket or a part of one. */
  changesTicket: boolean
  /** An input that changes something, with a new ticket each time. */
  input: (ticketId: string) => object | Promise<object>
}

const { inside, outside, anonymous, signedIn } = groups
export const members = `${signedIn} root`
export const writers = {
  ...anonymous,
  ok: `${inside} writer fullKey`,
  NotFound: outside,
  FORBIDDEN: 'reader bareKey root',
}
export const managers = {
  ...writers,
  ok: 'owner agent admin writer fullKey',
  FORBIDDEN: 'participant reader bareKey root',
}
export const team = {
  ...anonymous,
  ok: 'agent admin writer fullKey',
  NotFound: 'foreignAdmin foreignKey',
  FORBIDDEN: 'owner participant other stranger reader bareKey root',
}
/** For what only operators in person may do. */
export const notOperators = 'owner participant other stranger reader writer bareKey fullKey foreignKey root'
