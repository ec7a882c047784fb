import { builder } from '../../api/builder.ts'
import { encodeGlobalID } from '../../api/global-id.ts'
import { integrationAs } from '../../operators/integration.ts'

/** Who wrote or did something, in the body of a webhook. */
export interface Person {
  kind: 'CUSTOMER' | 'OPERATOR' | 'INTEGRATION'
  id: string
  name: string | null
  email: string | null
}

const WebhookPersonKind = builder.enumType('WebhookPersonKind', {
  description: 'Kind of person in a webhook: the API type that the id belongs to.',
  values: {
    CUSTOMER: { description: 'A `Customer`, or a participant, who signs in as one.' },
    OPERATOR: { description: 'An `Operator`.' },
    INTEGRATION: { description: 'An `Integration`: a program with an API key.' },
  },
})

export const WebhookPerson = builder.objectRef<Person>('WebhookPerson').implement({
  description: 'Who wrote or did something, in the body of a webhook.',
  fields: (t) => ({
    kind: t.expose('kind', { type: WebhookPersonKind, description: 'Kind of person.' }),
    id: t.exposeID('id', { description: 'Global id.' }),
    name: t.exposeString('name', { description: 'Name; null for a customer without one.', nullable: true }),
    email: t.exposeString('email', { description: 'Email address; null for a program.', nullable: true }),
  }),
})

/** What `personIn` needs of a row. */
export const personSelection = {
  customer: { select: { id: true, email: true, nickname: true } },
  operator: { select: { id: true, email: true, name: true } },
  apiKey: { select: { id: true, name: true } },
}

interface Signed {
  customer?: { id: string; email: string; nickname: string | null } | null
  operator?: { id: string; email: string; name: string } | null
  apiKey?: { id: string; name: string } | null
  authorName?: string | null
}

/** The person in a row; null if there is none. */
export function personIn({ customer, operator, apiKey, authorName }: Signed): Person | null {
  if (customer) {
    const { id, email, nickname } = customer
    return { kind: 'CUSTOMER', id: encodeGlobalID('Customer', id), name: nickname, email }
  }
  if (operator) {
    const { id, email, name } = operator
    return { kind: 'OPERATOR', id: encodeGlobalID('Operator', id), name, email }
  }
  if (!apiKey) return null
  const { id, name } = integrationAs(apiKey, authorName)
  return { kind: 'INTEGRATION', id: encodeGlobalID('Integration', id), name, email: null }
}
