import type { Route } from './route.ts'

/** `ticket`: a ticket's number, as `41` or `#41`, or its global id. */
export function firstRoute(ticket: string | null): Route {
  if (!ticket) return { name: 'list' }
  const number = /^#?(\d{1,9})$/.exec(ticket)?.[1]
  return number ? { name: 'number', number: Number(number) } : { name: 'ticket', id: ticket }
}
