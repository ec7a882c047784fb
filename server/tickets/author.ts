import type { Prisma } from '../../prisma/generated/client/client.ts'
import { builder } from '../api/builder.ts'
import { Customer } from '../customers/customer.ts'
import { Integration, integrationAs } from '../operators/integration.ts'
import { Operator } from '../operators/operator.ts'

export const Author = builder.unionType('Author', {
  description: 'Who wrote a message or changed a ticket. Former operators and revoked keys are kept.',
  types: [Customer, Operator, Integration],
})

/** What `authorIn` needs of a message or an event. */
export const authorSelection = {
  customer: { select: { id: true, email: true, nickname: true, locale: true, createdAt: true } },
  operator: {
    select: { id: true, name: true, email: true, role: true, notifications: true, active: true },
  },
  // Never the whole row: it contains the key's hash.
  apiKey: { select: { id: true, name: true } },
} satisfies Prisma.MessageSelect & Prisma.TicketEventSelect

interface Signed {
  customer: object | null
  operator: object | null
  apiKey: { id: string; name: string | null } | null
  /** Only of messages. */
  authorName?: string | null
}

/** The customer, operator or key in a row; null if there is none. */
export function authorIn({ customer, operator, apiKey, authorName }: Signed) {
  if (customer) return Customer.addBrand(customer as never)
  if (operator) return Operator.addBrand(operator as never)
  return apiKey && Integration.addBrand(integrationAs(apiKey, authorName) as never)
}
