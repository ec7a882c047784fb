import { type Transaction, transaction } from '../database/db.ts'
import { rewriteTables } from '../database/rewrite-tables.ts'
import { isDue } from '../jobs/is-due.ts'
import { enqueue, type Outcome } from '../jobs/jobs.ts'
import { type Jobs, maxJobSeconds } from '../jobs/queues.ts'
import { deleteEmailFiles } from '../notifications/delete-files.ts'
import { eraseCopies } from './erase-copies.ts'

/** Seconds until copies that are still in use are erased again. */
const retrySeconds = 600

/** The tickets and emails with the words of somebody who was erased. */
interface Erased {
  ticketIds: string[]
  emailIds: string[]
}

/**
 * Makes due what a transaction cannot do: files go at once, and again after every job that was running, which may have
 * read what was erased.
 */
export async function finishLater(tx: Transaction, erased: Erased, at: Date): Promise<void> {
  const data = { ...erased, at: at.toISOString() }
  await enqueue(tx, 'finish-erasure', data)
  await enqueue(tx, 'finish-erasure', data, maxJobSeconds)
}

/** Deletes files, and erases copies that were in use. */
export async function finish({ ticketIds, emailIds, at }: Jobs['finish-erasure']): Promise<Outcome> {
  await deleteEmailFiles(emailIds)
  const areInUse = await transaction((tx) => eraseCopies(tx, ticketIds, new Date(at)))
  // A job that follows at once rewrites the tables for both.
  if (!(await isDue('finish-erasure'))) await rewriteTables()
  return areInUse ? { again: retrySeconds } : 'done'
}
