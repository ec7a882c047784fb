import { db, type Transaction } from '../db.ts'
import { Conflict } from '../errors.ts'
import { sha256 } from '../keys.ts'

/** Milliseconds for which a key is remembered. */
const keptFor = 24 * 60 * 60_000

const outOfDate = () => ({ createdAt: { lt: new Date(Date.now() - keptFor) } })

/** Deletes the keys that are no longer remembered. */
export async function forgetOldKeys(): Promise<void> {
  await db.idempotencyKey.deleteMany({ where: outOfDate() })
}

interface Attempt {
  /** Name of the caller and of the mutation: a key means nothing outside them. */
  caller: string
  mutation: string
  key: string | null | undefined
  input: unknown
  /** Id that the result will have if this is the first attempt. */
  resultId: string
}

/**
 * Claims an idempotency key inside the transaction that does the work; a second claim waits for the first to commit.
 * Gives the id of the first attempt's result, or null when this is the first (or there is no key).
 * Throws Conflict when the key came with another input.
 */
export async function earlierResult(tx: Transaction, attempt: Attempt): Promise<string | null> {
  const { caller, mutation, key, resultId } = attempt
  if (!key) return null
  const inputHash = sha256(JSON.stringify(attempt.input))
  await tx.idempotencyKey.deleteMany({ where: { caller, mutation, key, ...outOfDate() } })
  const data = [{ caller, mutation, key, inputHash, resultId }]
  const { count } = await tx.idempotencyKey.createMany({ data, skipDuplicates: true })
  if (count === 1) return null
  const first = await tx.idempotencyKey.findUniqueOrThrow({
    where: { caller_mutation_key: { caller, mutation, key } },
  })
  if (first.inputHash !== inputHash) throw new Conflict('This idempotency key was used with another input')
  return first.resultId
}
