const [, , id = ''] = location.pathname.split('/')

/** Id of the website whose console this is: the plain UUID. */
export const websiteId = id.toLowerCase()

const root = `/console/${websiteId}`

/** What an address of the console shows: a ticket, by its number or its id; a section of the settings; or the list. */
export interface Route {
  ticket: string | null
  section: string | null
}

export function routeOf(path: string): Route {
  const [, , , place, name = ''] = path.split('/')
  if (place === 'settings') return { ticket: null, section: name }
  return { ticket: place === 'tickets' && name ? name : null, section: null }
}

/** Address of a ticket; of the list where there is none. */
export function ticketAddress(ticket: number | string | null): string {
  return ticket === null ? root : `${root}/tickets/${ticket}`
}

export function settingsAddress(section = ''): string {
  return section ? `${root}/settings/${section}` : `${root}/settings`
}

export const sessionUrl = `${root}/session`

/**
 * Whether the link that opened this page was refused: a good one is answered with an address without arguments. What is
 * left of it goes out of the address and of the browser's history.
 */
export function takeRefusedLink(): boolean {
  const query = new URLSearchParams(location.search)
  if (query.size === 0) return false
  const ticket = query.get('ticket')
  history.replaceState(null, '', ticket ? ticketAddress(encodeURIComponent(ticket)) : location.pathname)
  return true
}
