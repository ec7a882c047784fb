/** Messages of the frame to the page that embeds it. */
export type FrameMessage =
  /** It shows its first screen and listens to the page. */
  | { type: 'ready' }
  /** Pixels: the height at which nothing in the frame has to scroll. */
  | { type: 'resize'; height: number }
  /** Number of tickets with messages that the customer has not read. */
  | { type: 'unread'; count: number }
  /** The customer went to another place; `ticket` is a ticket's number. */
  | { type: 'navigate'; place: 'list' | 'new' }
  | { type: 'navigate'; place: 'ticket'; ticket: number }
  | { type: 'error'; code: ErrorCode }

/**
 * `NOT_READY`: the frame has loaded, but does not speak: it was refused, or blocked by the browser. Only the loader says
 * this. `LOADING_FAILED`: the frame could not load its tickets and lets the customer try again. `SESSION_ENDED`: the
 * customer has to reload the page.
 */
export type ErrorCode = 'NOT_READY' | 'LOADING_FAILED' | 'SESSION_ENDED'

/** Messages of the embedding page to the frame. */
export type PageMessage =
  /** Opens a ticket, by its number or id. */
  | { type: 'open'; ticket: number | string }
  /** Opens the form for a new ticket. */
  | { type: 'newTicket' }
  | { type: 'colorScheme'; scheme: ColorScheme }
  /** Changes the language (BCP 47). The frame loads again: text that was not sent is lost. */
  | { type: 'locale'; locale: string }

export type ColorScheme = 'light' | 'dark' | 'auto'

/** The frame's message in what a page received; null if it is not one. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  return read<FrameMessage>(data, {
    ready: () => true,
    resize: ({ height }) => isCount(height),
    unread: ({ count }) => isCount(count),
    navigate: ({ place, ticket }) => (place === 'ticket' ? isCount(ticket) : isOneOf(place, 'list', 'new')),
    error: ({ code }) => isOneOf(code, 'NOT_READY', 'LOADING_FAILED', 'SESSION_ENDED'),
  })
}

/** The page's message in what the frame received; null if it is not one. */
export function readPageMessage(data: unknown): PageMessage | null {
  return read<PageMessage>(data, {
    open: ({ ticket }) => isCount(ticket) || isText(ticket, 100),
    newTicket: () => true,
    colorScheme: ({ scheme }) => isOneOf(scheme, 'light', 'dark', 'auto'),
    locale: ({ locale }) => isText(locale, 35),
  })
}

type Fields = Record<string, unknown>

/** `data`, if it names a type and that type's check accepts its fields. */
function read<Message extends { type: string }>(
  data: unknown,
  checks: Record<Message['type'], (fields: Fields) => boolean>,
): Message | null {
  if (typeof data !== 'object' || data === null) return null
  const fields = data as Fields
  const check = Object.entries<(fields: Fields) => boolean>(checks).find(([type]) => type === fields.type)
  return check?.[1](fields) ? (data as Message) : null
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
const isText = (value: unknown, max: number) =>
  typeof value === 'string' && value !== '' && value.length <= max
const isOneOf = (value: unknown, ...known: string[]) => known.includes(value as string)
