const [, , id = ''] = location.pathname.split('/')

/** The id of this console's website: the plain UUID. */
export const websiteId = id.toLowerCase()

const root = `/console/${websiteId}`

/** What a console address shows: a ticket, by number or id; a section of the settings; or the list. */
export interface Route {
  ticket: string | null
  section: string | null
}

export function routeOf(path: string): Route {
  const [, , , place, name = ''] = path.split('/')
  if (place === 'settings') return { ticket: null, section: name }
  return { ticket: place === 'tickets' && name ? name : null, section: null }
}

/** Address of a ticket, or of the list if `ticket` is null. */
export function ticketAddress(ticket: number | string | null): string {
  return ticket === null ? root : `${root}/tickets/${ticket}`
}

export function settingsAddress(section = ''): string {
  return section ? `${root}/settings/${section}` : `${root}/settings`
}

export const sessionUrl = `${root}/session`

/**
 * Whether the link that opened this page was refused: a valid link redirects to an address without arguments. Removes
 * its remains from the address and the browser's history.
 */
export function takeRefusedLink(): boolean {
  const query = new URLSearchParams(location.search)
  if (query.size === 0) return false
  const ticket = query.get('ticket')
  history.replaceState(null, '', ticket ? ticketAddress(encodeURIComponent(ticket)) : location.pathname)
  return true
}
