import type { Route } from './route.ts'

/** `ticket`: a ticket's number, as `41` or `#41`, its global id, or `new`. */
export function firstRoute(ticket: string | undefined): Route {
  if (!ticket) return { name: 'list' }
  if (ticket === 'new') return { name: 'new' }
  const number = /^#?(\d{1,9})$/.exec(ticket)?.[1]
  return number ? { name: 'number', number: Number(number) } : { name: 'ticket', id: ticket }
}
