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

  constructor(text: string) {
    super(text)
    this.#text = text
  }

  override toISOString(): string {
    return this.#text
  }
}

function instant(text: string): Date {
  const milliseconds = text.slice(20, -3).slice(0, 3).padEnd(3, '0')
  return new Instant(`${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`)
}

const nameOf = statementNames()

/** The rows of one of our statements, prepared, inside a transaction or as a read by itself. */
export async function rows<Row = object>(
  { text, values }: Pick<Prisma.Sql, 'text' | 'values'>,
  tx?: Transaction,
): Promise<(Row & object)[]> {
  const name = database.pooled ? undefined : nameOf({ sql: text })
  const query = { name, text, values: [...values], types }
  const result = await outcomes.note(tx ? connectionOf(tx).query(query) : readTogether(query))
  return result.rows
}
