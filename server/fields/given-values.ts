import { z } from 'zod'
import { builder } from '../api/builder.ts'
import { broken } from '../text/broken.ts'

export const TicketFieldInput = builder.inputType('TicketFieldInput', {
  description: 'A value for a field of the ticket’s category.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name of the field.' }),
    value: t.string({ description: 'The value, in the format of its type; null or blank for none.' }),
  }),
})

const unknownField = broken('FIELD_UNKNOWN', 'There is no such field')

/** Values as they are given, by the names of their fields. */
export const givenValues = z
  .array(
    z.object({
      name: z.string().refine((name) => name.length <= 50, unknownField),
      value: z.string().nullish(),
    }),
  )
  .max(50, 'Give at most 50 values')

export type GivenValue = z.infer<typeof givenValues>[number]
