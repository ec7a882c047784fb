import pg from 'pg'
import { database, outcomes } from './db.ts'

const timestamptz = 1184

/** Values as Prisma returns them. Sessions are in UTC, so every time ends in `+00`. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: (type) => (type === timestamptz ? instant : pg.types.getTypeParser(type)),
}

const instant = (text: string) => new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)

/**
 * A statement for a hot read, which PostgreSQL plans once per connection. Every text needs a unique name. All other
 * reads go through Prisma.
 */
export function planned<Values extends unknown[], Row extends object>(name: string, text: string) {
  return async (...values: Values): Promise<Row[]> => {
    const statement = { name: database.pooled ? undefined : name, text, values, types }
    const { rows } = await outcomes.note(database.reads.query<Row>(statement))
    return rows
  }
}
