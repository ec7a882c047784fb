import { Conflict } from '../api/errors.ts'
import { db, type Transaction } from '../database/db.ts'
import { sha256 } from '../keys/keys.ts'

/** Milliseconds for which a key is remembered. */
const keptFor = 24 * 60 * 60_000

const outOfDate = () => ({ createdAt: { lt: new Date(Date.now() - keptFor) } })

/** Deletes the keys that are no longer remembered. */
export async function forgetOldKeys(): Promise<void> {
  await db.idempotencyKey.deleteMany({ where: outOfDate() })
}

interface Attempt<Rights> {
  /** Name of the caller and of the mutation: a key means nothing outside them. */
  caller: string
  mutation: string
  input: { idempotencyKey?: string | null }
  /** Id that the result will have if this is the first attempt. */
  resultId: string
  /** Throws unless the caller may do this now, first attempt or not. */
  authorise: () => Promise<Rights>
  /** Does it; only called the first time. */
  work: (rights: Rights) => Promise<void>
}

/**
 * Does the work of a mutation once for each idempotency key, and gives the id of its result, first or repeated. A repeat
 * is authorised like a first call; at the same time as the first, it waits for that one to commit.
 * Throws Conflict when the key came with another input.
 */
export async function once<Rights>(tx: Transaction, attempt: Attempt<Rights>): Promise<string> {
  const rights = await attempt.authorise()
  const earlier = await claim(tx, attempt)
  if (!earlier) await attempt.work(rights)
  return earlier ?? attempt.resultId
}

/** Gives the id of the first attempt's result, or null when this is the first (or there is no key). */
async function claim(tx: Transaction, attempt: Omit<Attempt<never>, 'authorise' | 'work'>) {
  const { caller, mutation, input, resultId } = attempt
  const { idempotencyKey: key } = input
  if (!key) return null
  const inputHash = sha256(JSON.stringify(input, withoutNothing))
  await tx.idempotencyKey.deleteMany({ where: { caller, mutation, key, ...outOfDate() } })
  const data = [{ caller, mutation, key, inputHash, resultId }]
  const { count } = await tx.idempotencyKey.createMany({ data, skipDuplicates: true })
  if (count === 1) return null
  const first = await tx.idempotencyKey.findUniqueOrThrow({
    where: { caller_mutation_key: { caller, mutation, key } },
  })
  if (first.inputHash !== inputHash) throw new Conflict('This idempotency key was used with different input')
  return first.resultId
}

/** An argument that is null or an empty list says the same as one that is absent. */
function withoutNothing(_name: string, value: unknown): unknown {
  return value === null || (Array.isArray(value) && value.length === 0) ? undefined : value
}
