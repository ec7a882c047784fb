import type { Export } from '../../prisma/generated/client/client.ts'

/** A name without anything of a person: it stands in addresses. */
export const fileName = ({ createdAt, format }: Pick<Export, 'createdAt' | 'format'>) =>
  `tickets-${createdAt.toISOString().slice(0, 10)}.${format.toLowerCase()}`
