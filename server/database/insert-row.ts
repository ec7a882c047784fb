import { Prisma } from '../../prisma/generated/client/client.ts'

/** The statement that inserts a complete row. PostgreSQL infers the types from the table. */
export const insertRow = (table: Prisma.ModelName, row: object) => Prisma.sql`
  INSERT INTO ${Prisma.raw(`"${table}" (${Object.keys(row).map((column) => `"${column}"`)})`)}
  VALUES (${Prisma.join(Object.values(row))})`

/** The statement that inserts complete rows. */
export const insertRows = (table: Prisma.ModelName, rows: object[]) => Prisma.sql`
  INSERT INTO ${Prisma.raw(`"${table}"`)}
  SELECT * FROM jsonb_populate_recordset(NULL::${Prisma.raw(`"${table}"`)}, ${JSON.stringify(rows)}::jsonb)`
