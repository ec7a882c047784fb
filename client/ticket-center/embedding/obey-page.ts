import { type ColorScheme, type PageMessage, readPageMessage } from '../../embed/protocol.ts'
import { firstRoute } from '../routing/first-route.ts'
import type { Route, Router } from '../routing/route.ts'
import { withArguments, withoutPrefilled } from './with-arguments.ts'

export interface Here {
  router: Router
  /** Number of the open ticket. */
  ticket: number | null
}

/** Handles messages from the embedding page: only from its window and its origin. */
export function obeyPage(page: string, here: () => Here): void {
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || origin !== page) return
    const message = readPageMessage(data)
    if (message) obey(message, here())
  })
}

function obey(message: PageMessage, { router, ticket }: Here): void {
  if (message.type === 'newTicket') go(router, { name: 'new' })
  else if (message.type === 'colorScheme') setColorScheme(message.scheme)
  else if (message.type === 'locale') setLocale(message.locale, router.route, ticket)
  else if (message.ticket !== ticket) go(router, firstRoute(String(message.ticket)))
}

function go({ route, go }: Router, to: Route): void {
  if (JSON.stringify(route) !== JSON.stringify(to)) go(to)
}

const schemeMeta = () => document.head.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')

/** From now on, the website's own color scheme does not count. */
function setColorScheme(scheme: ColorScheme): void {
  const meta = schemeMeta()
  if (!meta) return
  meta.content = scheme === 'auto' ? 'light dark' : scheme
  meta.dataset.fixed = 'true'
}

/** Loads the frame again in another language, with the same ticket or form and the same color scheme. */
function setLocale(locale: string, { name }: Route, ticket: number | null): void {
  const current = new URLSearchParams(location.search).get('locale') ?? document.documentElement.lang
  if (locale.toLowerCase() === current.toLowerCase()) return
  const { content = '', dataset } = schemeMeta() ?? {}
  const theme = dataset?.fixed ? content.replace('light dark', 'auto') : null
  const changes: Record<string, string | null> =
    name === 'new'
      ? { locale, theme, ticket: name }
      : {
          locale,
          theme,
          ticket: ticket === null ? null : String(ticket),
          ...withoutPrefilled(location.search),
        }
  location.replace(withArguments(location.search, changes))
}
