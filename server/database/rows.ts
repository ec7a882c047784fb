import type { Prisma } from '../../prisma/generated/client/client.ts'
import { statementNames } from './adapter.ts'
import { connectionOf, database, outcomes, type Transaction } from './db.ts'
import { types } from './planned.ts'

const nameOf = statementNames()

/** The rows of one of our statements, prepared, inside a transaction or as a read by itself. */
export async function rows<Row = object>(
  { text, values }: Prisma.Sql,
  tx?: Transaction,
): Promise<(Row & object)[]> {
  const name = database.pooled ? undefined : nameOf({ sql: text })
  const connection = tx ? connectionOf(tx) : database.reads
  const result = await outcomes.note(connection.query({ name, text, values: [...values], types }))
  return result.rows
}
