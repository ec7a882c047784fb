import type { Prisma } from '../../../prisma/generated/client/client.ts'
import { builder } from '../../api/builder.ts'
import { coded } from '../../api/errors.ts'

const maxValues = 10

export const TicketFieldFilter = builder.inputType('TicketFieldFilter', {
  description: 'A field value to filter tickets by.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name of the field, in any category.' }),
    value: t.string({ required: true, description: 'The exact value, as in `TicketField.value`.' }),
  }),
})

/** Conditions for tickets with all of these values. Each names the website, which the index begins with. */
export function withValues(
  values: (typeof TicketFieldFilter.$inferInput)[],
  websiteId: string,
): Prisma.TicketWhereInput[] {
  if (values.length > maxValues)
    throw coded('BAD_USER_INPUT', `\`fields\` can have at most ${maxValues} items`)
  if (values.some(({ name, value }) => `${name}${value}`.includes('\0')))
    throw coded('BAD_USER_INPUT', '`fields` cannot contain null characters')
  return values.map(({ name, value }) => ({ fields: { some: { websiteId, name, value } } }))
}
