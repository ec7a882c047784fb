import { parsePrismaCursor } from '@pothos/plugin-prisma'
import { parseCursorConnectionArgs } from '@pothos/plugin-relay'
import type { z } from 'zod'
import { coded } from './errors.ts'

export const defaultPage = 25
export const largestPage = 100
const sizes = { defaultSize: defaultPage, maxSize: largestPage }

export interface PageArguments {
  first?: number | null
  after?: string | null
  last?: number | null
  before?: string | null
}

/** What a connection costs: its items times the page size. */
export const pageCost = (page: PageArguments) => ({
  field: 10,
  multiplier: page.first ?? page.last ?? defaultPage,
})

/** The rows of a page: `limit` is one more than its size. Throws BAD_USER_INPUT unless the size is 0 to 100. */
export function pageOf(args: PageArguments) {
  const { first, last } = args
  const size = first ?? last ?? defaultPage
  if (size < 0 || size > largestPage || (first != null && last != null)) {
    throw coded('BAD_USER_INPUT', `Give \`first\` or \`last\`, from 0 to ${largestPage}`)
  }
  return parseCursorConnectionArgs({ args, ...sizes })
}

/** The connection of a page: `read` returns its rows, as `pageOf` requires. */
export async function connectionOf<Row>(
  args: PageArguments,
  toCursor: (row: Row) => string,
  read: (page: ReturnType<typeof pageOf>) => Row[] | Promise<Row[]>,
) {
  const page = pageOf(args)
  const rows = await read(page)
  const shown = rows.slice(0, page.expectedSize)
  if (page.inverted) shown.reverse()
  const cursorAt = (index: number) => {
    const row = shown.at(index)
    return row ? toCursor(row) : (args.after ?? args.before ?? '')
  }
  return {
    edges: shown.map((node) => new Edge(node, toCursor)),
    pageInfo: {
      startCursor: cursorAt(0),
      endCursor: cursorAt(-1),
      hasPreviousPage: page.hasPreviousPage(rows.length),
      hasNextPage: page.hasNextPage(rows.length),
    },
  }
}

/** Its cursor is only computed on request. */
class Edge<Row> {
  readonly node: Row
  #toCursor: (row: Row) => string

  constructor(node: Row, toCursor: (row: Row) => string) {
    this.node = node
    this.#toCursor = toCursor
  }

  get cursor(): string {
    return this.#toCursor(this.node)
  }
}

/** A keyset cursor contains the sort key itself, so it stays valid when its row moves or is deleted. */
export function encodeCursor(...key: (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** The sort key in a cursor. Throws BAD_USER_INPUT if it breaks the rule. */
export function decodeCursor<Key>(cursor: string, rule: z.ZodType<Key>): Key {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8')
    // Open frames and programs may have cursors of version 0.1.
    const key: unknown = text.startsWith('GPC:') ? parsePrismaCursor(cursor) : JSON.parse(text)
    return rule.parse([key].flat())
  } catch {
    throw coded('BAD_USER_INPUT', 'Not a cursor of this list')
  }
}
