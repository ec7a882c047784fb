import { Prisma } from '../../prisma/generated/client/client.ts'

/** The statement that inserts a complete row. PostgreSQL infers the types from the table. */
export const insertRow = (table: Prisma.ModelName, row: object) => Prisma.sql`
  INSERT INTO ${Prisma.raw(`"${table}" (${Object.keys(row).map((column) => `"${column}"`)})`)}
  VALUES (${Prisma.join(Object.values(row))})`
