import { isUuid } from './access/uuid.ts'
import { coded } from './errors.ts'

export const defaultPage = 25
export const largestPage = 100

interface PageArguments {
  first?: number | null
  last?: number | null
}

/** What a connection costs: its items times the page asked for. */
export const pageCost = (page: PageArguments) => ({
  field: 1,
  multiplier: page.first ?? page.last ?? defaultPage,
})

/** Throws BAD_USER_INPUT unless the page has 0 to 100 items. */
export function checkPage({ first, last }: PageArguments): void {
  const size = first ?? last ?? defaultPage
  if (size < 0 || size > largestPage || (first != null && last != null)) {
    throw coded('BAD_USER_INPUT', `Ask for \`first\` or \`last\`, from 0 to ${largestPage}`)
  }
}

/** A keyset cursor carries the sort key itself, so that it stays right when its row moves or goes. */
export function encodeCursor(...key: (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Throws BAD_USER_INPUT unless the text is a cursor of a time and an id. */
export function decodeTimeCursor(cursor: string): { at: Date; id: string } {
  try {
    const [time, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const at = new Date(time)
    if (at.getTime() >= 0 && isUuid(String(id))) return { at, id }
  } catch {
    // falls through to the one refusal
  }
  throw coded('BAD_USER_INPUT', 'This is not a cursor of this list')
}
