import { builder } from '../../api/builder.ts'
import { encodeGlobalID } from '../../api/global-id.ts'

/** A category in the body of a webhook. */
export interface NamedCategory {
  id: string | null
  name: string
}

export const WebhookCategory = builder.objectRef<NamedCategory>('WebhookCategory').implement({
  description: 'A category in the body of a webhook.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Global id; null if it has been deleted.', nullable: true }),
    name: t.exposeString('name', { description: 'Name when the ticket was moved there.' }),
  }),
})

/** Null for no category. */
export function categoryIn({ id, name }: { id: string | null; name: string | null }): NamedCategory | null {
  return name === null ? null : { id: id && encodeGlobalID('Category', id), name }
}
