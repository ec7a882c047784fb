import { Prisma, type TicketField } from '../../prisma/generated/client/client.ts'
import type { Definition } from './read-value.ts'

/** The rows of a ticket's values. A copy of each field, as it is now. */
export function valueRows(
  { id: ticketId, websiteId }: { id: string; websiteId: string },
  fields: Definition[],
  values: Map<string, string | null>,
): TicketField[] {
  return fields.flatMap(({ name, label, type, position }) => {
    const value = values.get(name) ?? null
    return value === null ? [] : [{ ticketId, name, websiteId, label, type, value, position }]
  })
}

export const storeValues = (rows: TicketField[]) => Prisma.sql`
  INSERT INTO "TicketField" SELECT * FROM jsonb_populate_recordset(NULL::"TicketField", ${JSON.stringify(rows)}::jsonb)
  ON CONFLICT ("ticketId", "name") DO UPDATE SET "label" = excluded."label", "type" = excluded."type",
    "value" = excluded."value", "position" = excluded."position"`

export const removeValues = (ticketId: string, names: string[]) => Prisma.sql`
  DELETE FROM "TicketField" WHERE "ticketId" = ${ticketId}::uuid AND "name" = ANY(${names})`
