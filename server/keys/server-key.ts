import type { Prisma, PrismaClient } from '../../prisma/generated/client/client.ts'
import { log, rareWarning } from '../log/log.ts'
import {
  activate,
  decrypt,
  encrypt,
  keys,
  noteRotation,
  type ServerKey,
  seal,
  settleKeyFile,
  unseal,
} from './keys.ts'
import { resealWebhookSecrets } from './webhook-secrets.ts'

const emailKeyBinding = 'previous mail key'

export interface ServerRow {
  keyFingerprint: string
  previousMailKey: Uint8Array | null
  previousMailKeyUntil: Date | null
  rotatedAt: Date | null
}

/** Secrets encrypted with another key could not be read: better to stop than to refuse every customer. */
export async function checkServerKey(db: PrismaClient): Promise<void> {
  followed = 0
  await db.server.createMany({ data: [{ keyFingerprint: keys().fingerprint }], skipDuplicates: true })
  follow(await db.server.findUniqueOrThrow({ where: { id: 1 } }))
  settleKeyFile()
}

/** Milliseconds for which another process's rotation may go unnoticed. */
const checkInterval = 2_000
const warn = rareWarning('could not read the active server key')

/** Watches for rotations by other processes; returns a function that stops it. */
export function watchServerKey(db: PrismaClient): () => void {
  let checking = false
  const timer = setInterval(async () => {
    if (checking) return
    checking = true
    try {
      const before = keys().fingerprint
      follow(await db.server.findUniqueOrThrow({ where: { id: 1 } }))
      if (keys().fingerprint !== before) log.info('another process rotated the server key')
    } catch (error) {
      warn({ err: error })
    }
    checking = false
  }, checkInterval).unref()
  return () => clearInterval(timer)
}

/** Takes the active key and blocks rotations until the transaction ends: what it encrypts stays readable. */
export async function holdServerKey(tx: Prisma.TransactionClient): Promise<void> {
  const [row] = await tx.$queryRaw<ServerRow[]>`SELECT * FROM "Server" WHERE "id" = 1 FOR SHARE`
  if (row) follow(row)
}

/** The same for a rotation: one at a time. */
export async function lockServerKey(tx: Prisma.TransactionClient): Promise<ServerRow> {
  const [row] = await tx.$queryRaw<ServerRow[]>`SELECT * FROM "Server" WHERE "id" = 1 FOR UPDATE`
  if (!row) throw new Error('The row of the server key is missing')
  follow(row)
  return row
}

/** Time of the rotation that this process follows. */
let followed = 0

/** Updates this process to the key that is active in the database. */
export function follow({
  keyFingerprint,
  previousMailKey,
  previousMailKeyUntil,
  rotatedAt,
}: ServerRow): void {
  const at = rotatedAt?.getTime() ?? 0
  // Read before a rotation that this process already follows.
  if (at < followed) return
  if (!activate(keyFingerprint)) throw new Error('SERVER_KEY is not the key this database was set up with')
  followed = at
  if (!previousMailKey || !previousMailKeyUntil || !rotatedAt) return
  const email = Buffer.from(decrypt(previousMailKey, emailKeyBinding), 'hex')
  noteRotation({ at: rotatedAt, email, until: previousMailKeyUntil })
}

/** Encrypts everything with `next`, in the transaction that locked the key. The previous key works until `until`. */
export async function resealAll(
  tx: Prisma.TransactionClient,
  next: ServerKey,
  until: Date,
): Promise<ServerRow> {
  for (const secret of await tx.signingSecret.findMany()) {
    const { id, websiteId, kind } = secret
    await tx.signingSecret.update({ where: { id }, data: seal(unseal(secret), { websiteId, kind }, next) })
  }
  await resealWebhookSecrets(tx, next)
  return tx.server.update({
    where: { id: 1 },
    data: {
      keyFingerprint: next.fingerprint,
      previousMailKey: encrypt(keys().email.toString('hex'), emailKeyBinding, next),
      previousMailKeyUntil: until,
      // Later than the previous one, whatever this machine’s clock says.
      rotatedAt: new Date(Math.max(Date.now(), followed + 1)),
    },
  })
}
