import type { ImportedMessageInput, ImportedTicketInput } from '../../graphql/admin-operations.ts'

/** A ticket as a vendor's reader found it; the dates are in any form that `Date` reads. */
export interface OldTicket extends Omit<ImportedTicketInput, 'messages' | 'createdAt' | 'solvedAt'> {
  createdAt: Moment
  solvedAt?: Moment | null
  messages: OldMessage[]
  /** Private notes and the like: the import leaves them out. */
  leftOut: number
  /** Parts of the conversation that are not in the file. */
  missing?: number
  /** Whether it was deleted or marked as spam in the other system. */
  deleted?: boolean
}

export interface OldMessage extends Omit<ImportedMessageInput, 'createdAt' | 'attachmentIds'> {
  createdAt: Moment
  files?: { name: string; url: string }[]
}

export type Moment = string | number | null | undefined

/** Reads a vendor's files, one ticket at a time. */
export type Reader = (paths: string[]) => AsyncGenerator<OldTicket>
