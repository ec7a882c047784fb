import pg from 'pg'
import type { Prisma } from '../../prisma/generated/client/client.ts'
import { statementNames } from './adapter.ts'
import { connectionOf, database, outcomes, type Transaction } from './db.ts'
import { readTogether } from './together.ts'

const timestamptz = 1184

/** Values as Prisma returns them. Sessions are in UTC, so every time ends in `+00`. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type) => (type === timestamptz ? instant : pg.types.getTypeParser(type)),
}

/** A time that knows how it is written: most are only shown, and writing one takes longer than reading it. */
class Instant extends Date {
  #text: string

  constructor(text: string, time: number) {
    super(time)
    this.#text = text
  }

  override toISOString(): string {
    return this.#text
  }
}

/** Of a text such as `2026-01-02 03:04:05.6+00`. Its parts are read one by one: `Date` takes twice as long. */
function instant(text: string): Date {
  const milliseconds = text.slice(20, -3).slice(0, 3).padEnd(3, '0')
  const day = [100 * pair(text, 0) + pair(text, 2), pair(text, 5) - 1, pair(text, 8)] as const
  const time = Date.UTC(...day, pair(text, 11), pair(text, 14), pair(text, 17), Number(milliseconds))
  return new Instant(`${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`, time)
}

const digit = (text: string, at: number) => text.charCodeAt(at) - 48
const pair = (text: string, at: number) => 10 * digit(text, at) + digit(text, at + 1)

const nameOf = statementNames()

/** The rows of one of our statements, prepared, inside a transaction or as a read on its own. */
export async function rows<Row = object>(
  { text, values }: Pick<Prisma.Sql, 'text' | 'values'>,
  tx?: Transaction,
): Promise<(Row & object)[]> {
  const name = database.pooled ? undefined : nameOf({ sql: text })
  const query = { name, text, values: [...values], types }
  const result = await outcomes.note(tx ? connectionOf(tx).query(query) : readTogether(query))
  return result.rows
}
