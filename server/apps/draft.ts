import type { FirstScreenQuery } from '../../client/graphql/operations.ts'
import type { Parameters } from '../sessions/parameters.ts'

/** What the form for a new ticket starts with. */
export interface Draft {
  subject: string
  body: string
  /** Empty for none. */
  categoryId: string
  /** Values of the category's fields, by name. Unchecked: the form shows those that it has. */
  fields: Record<string, string>
}

/** The draft in the frame's arguments; undefined if there is none. An unknown category is ignored. */
export function draftIn(
  { subject = '', body = '', category = '', fields }: Parameters,
  data: FirstScreenQuery | null,
): Draft | undefined {
  const name = category.trim().toLowerCase()
  const categories = data?.website?.categories ?? []
  const found = categories.find((one) => one.id === category || one.name.toLowerCase() === name)
  const isEmpty = !subject && !body && !found && Object.keys(fields).length === 0
  return isEmpty ? undefined : { subject, body, categoryId: found?.id ?? '', fields }
}
