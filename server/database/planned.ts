import { rows } from './rows.ts'

/** A statement for a hot read, which PostgreSQL plans once per connection. All other reads go through Prisma. */
export function planned<Values extends unknown[], Row extends object>(text: string) {
  return (...values: Values): Promise<Row[]> => rows<Row>({ text, values })
}
