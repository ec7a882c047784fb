import { Prisma } from '../../prisma/generated/client/client.ts'
import { Conflict } from '../api/errors.ts'
import { db, type Transaction } from '../database/db.ts'
import { inBatches } from '../database/in-batches.ts'
import { rows } from '../database/rows.ts'
import { sha256 } from '../keys/keys.ts'

/** Milliseconds for which a key is stored. */
const keyLifetime = 24 * 60 * 60_000

/** Keys older than this have expired. */
const forgotten = () => new Date(Date.now() - keyLifetime)

export async function forgetOldKeys(): Promise<void> {
  const where = { createdAt: { lt: forgotten() } }
  await inBatches((limit) => db.idempotencyKey.deleteMany({ where, limit }))
}

interface Attempt<Rights, Made> {
  /** Name of the caller and the mutation: a key has no effect outside them. */
  caller: string
  mutation: string
  input: { idempotencyKey?: string | null }
  /** Id of the result if this is the first attempt. */
  resultId: string
  /** Throws unless the caller may do this now, whether first attempt or not. */
  authorize: () => Promise<Rights>
  /** Does the work; only called for the first attempt. */
  work: (rights: Rights) => Promise<Made>
}

interface Result<Made> {
  id: string
  /** The result of `work`; absent for a repeat. */
  made?: Made
}

/**
 * Runs a mutation once for each idempotency key, and returns its result, to repeats as well. A repeat is authorized like a
 * first call; concurrent with the first, it waits for that one to commit. Throws Conflict if the key was used with
 * another input.
 */
export async function once<Rights, Made>(
  tx: Transaction,
  attempt: Attempt<Rights, Made>,
): Promise<Result<Made>> {
  const rights = await attempt.authorize()
  const earlier = await claim(tx, attempt)
  return earlier ? { id: earlier } : { id: attempt.resultId, made: await attempt.work(rights) }
}

type Claim = Omit<Attempt<never, never>, 'authorize' | 'work'>

/** Returns the id of the first attempt's result, or null if this is the first (or there is no key). */
async function claim(tx: Transaction, attempt: Claim): Promise<string | null> {
  const { caller, mutation, input, resultId } = attempt
  const { idempotencyKey: key } = input
  if (!key) return null
  const inputHash = sha256(JSON.stringify(input, withoutNothing))
  const [mine] = await rows(
    Prisma.sql`
      INSERT INTO "IdempotencyKey" ("caller", "mutation", "key", "inputHash", "resultId", "createdAt")
      VALUES (${caller}, ${mutation}, ${key}, ${inputHash}, ${resultId}::uuid, ${new Date()}::timestamptz)
      ON CONFLICT DO NOTHING RETURNING "resultId"`,
    tx,
  )
  if (mine) return null
  const where = { caller, mutation, key }
  const first = await tx.idempotencyKey.findFirst({ where: { ...where, createdAt: { gte: forgotten() } } })
  if (!first) {
    await tx.idempotencyKey.deleteMany({ where: { ...where, createdAt: { lt: forgotten() } } })
    return claim(tx, attempt)
  }
  if (first.inputHash !== inputHash)
    throw new Conflict('IDEMPOTENCY_KEY_USED', 'This idempotency key was used with different input')
  return first.resultId
}

/** An argument that is null or an empty list is equal to an absent one. */
function withoutNothing(_name: string, value: unknown): unknown {
  return value === null || (Array.isArray(value) && value.length === 0) ? undefined : value
}
