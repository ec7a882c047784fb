import type { Prisma, PrismaClient } from '../prisma/generated/client/client.ts'
import {
  activate,
  decrypt,
  encrypt,
  keys,
  retireMailKey,
  type ServerKey,
  seal,
  settleKeyFile,
  unseal,
} from './keys.ts'

const mailKeyBinding = 'previous mail key'

interface ServerRow {
  keyFingerprint: string
  previousMailKey: Uint8Array | null
  previousMailKeyUntil: Date | null
}

/** Secrets sealed with another key could not be read: better to stop than to refuse every customer. */
export async function checkServerKey(db: PrismaClient): Promise<void> {
  await db.server.createMany({ data: [{ keyFingerprint: keys().fingerprint }], skipDuplicates: true })
  follow(await db.server.findUniqueOrThrow({ where: { id: 1 } }))
  settleKeyFile()
}

/** Takes the key that is in force, and lets nobody rotate it before the transaction has ended: whatever it seals stays readable. */
export async function holdServerKey(tx: Prisma.TransactionClient): Promise<void> {
  const [row] = await tx.$queryRaw<ServerRow[]>`SELECT * FROM "Server" WHERE "id" = 1 FOR SHARE`
  if (row) follow(row)
}

function follow({ keyFingerprint, previousMailKey, previousMailKeyUntil }: ServerRow): void {
  if (!activate(keyFingerprint))
    throw new Error('SERVER_KEY is not the key that this database was set up with')
  if (!previousMailKey || !previousMailKeyUntil) return
  const mail = Buffer.from(decrypt(previousMailKey, mailKeyBinding), 'hex')
  retireMailKey({ mail, until: previousMailKeyUntil })
}

/** Seals everything with `next`, in the caller's transaction; gives how many secrets there are. Tokens in emails sent so far are good until `until`. */
export async function resealAll(tx: Prisma.TransactionClient, next: ServerKey, until: Date): Promise<number> {
  const [row] = await tx.$queryRaw<ServerRow[]>`SELECT * FROM "Server" WHERE "id" = 1 FOR UPDATE`
  if (row) follow(row)
  const secrets = await tx.signingSecret.findMany()
  for (const secret of secrets) {
    const { id, websiteId, kind } = secret
    await tx.signingSecret.update({ where: { id }, data: seal(unseal(secret), { websiteId, kind }, next) })
  }
  const previousMailKey = encrypt(keys().mail.toString('hex'), mailKeyBinding, next)
  await tx.server.update({
    where: { id: 1 },
    data: { keyFingerprint: next.fingerprint, previousMailKey, previousMailKeyUntil: until },
  })
  return secrets.length
}
