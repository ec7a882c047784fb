import { v5 as derivedId } from 'uuid'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'

export const Integration = builder.prismaNode('ApiKey', {
  variant: 'Integration',
  description:
    'A company’s program that uses an API key, as shown to readers of its messages; in imported ' +
    'messages, possibly a person who is neither a customer nor an operator, with an id of their own ' +
    'that `node` does not resolve.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, websiteId: member(context).websiteId }),
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Name of its API key, such as “Billing bot”, or of the person.',
    }),
  }),
})

interface Key {
  id: string
  name: string | null
}

/** The author of a message with this key: the key itself, or somebody with a name whose message it imported. */
export const integrationAs = <Given extends Key>(key: Given, authorName: string | null | undefined): Given =>
  authorName == null ? key : { ...key, id: derivedId(authorName, key.id), name: authorName }
