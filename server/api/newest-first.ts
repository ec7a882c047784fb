import { z } from 'zod'
import { isUuid } from '../identity/uuid.ts'
import { connectionOf, decodeCursor, encodeCursor, type PageArguments, pageOf } from './pagination.ts'

const sortKey = z.tuple([z.string().refine(isUuid)])
const idIn = (cursor: string | undefined) => (cursor ? decodeCursor(cursor, sortKey)[0] : undefined)

/** The query for a page of rows by their ids, which grow with time, newest first. */
export function newestFirst(args: PageArguments) {
  const { before, after, limit, inverted } = pageOf(args)
  const where = { id: { lt: idIn(after), gt: idIn(before) } }
  const orderBy = { id: inverted ? ('asc' as const) : ('desc' as const) }
  return { select: { id: true as const }, where, orderBy, take: limit }
}

/** The connection of what that query found. */
export const connectionById = (args: PageArguments, rows: { id: string }[]) =>
  connectionOf<{ id: string }>(
    args,
    ({ id }) => encodeCursor(id),
    () => rows,
  )
