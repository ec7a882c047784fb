import { z } from 'zod'
import { Conflict } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { config } from '../config/config.ts'
import { db, type Transaction } from '../database/db.ts'
import { renewalLength } from '../identity/session.ts'
import { configuredKeyIsInForce, nextKey, settleKeyFile } from '../keys/keys.ts'
import { follow, lockServerKey, resealAll, type ServerRow } from '../keys/server-key.ts'
import { log } from '../log/log.ts'

const day = 24 * 60 * 60_000
/** Maximum milliseconds of the transaction: it writes every secret. */
const timeout = 10 * 60_000

const howToBegin =
  'Restart every process with a new SERVER_KEY and the current one as SERVER_KEY_PREVIOUS, then repeat this'

mutation('rotateServerKey', {
  description:
    'Re-encrypts every secret with a new server key, in one transaction. Only with the server’s root key. If ' +
    'SERVER_KEY is set, first restart every process with the new key as SERVER_KEY and the old one as ' +
    'SERVER_KEY_PREVIOUS, which can be removed 12 hours after this call. If not, a new key is created in ' +
    'DATA_DIR. Sessions signed with the old key end within 12 hours. A repeat within that time, for the same ' +
    'SERVER_KEY, returns the first result. Returns Conflict while links from before an earlier ' +
    'rotation are still valid, unless `emailTokenDays` is 0.',
  scope: { root: true },
  fields: (t) => ({
    emailTokenDays: t.int({
      required: true,
      defaultValue: 30,
      description:
        'Days for which links and reply addresses in emails sent so far stay valid, at most 365; 0 also ends sessions.',
    }),
  }),
  input: z.object({ emailTokenDays: z.int().min(0).max(365) }),
  errors: [Conflict],
  work: async ({ emailTokenDays }) => {
    const { row, secrets } = await db.$transaction((tx) => rotate(tx, emailTokenDays), { timeout })
    follow(row)
    settleKeyFile()
    log.info({ secrets }, 'server key rotated')
    return { secrets, emailTokensUntil: row.previousMailKeyUntil as Date }
  },
  payload: (t) => ({
    secrets: t.exposeInt('secrets', { description: 'Number of secrets re-encrypted.' }),
    emailTokensUntil: t.expose('emailTokensUntil', {
      type: 'DateTime',
      description: 'When links and reply addresses in emails sent so far stop being valid.',
    }),
  }),
})

async function rotate(tx: Transaction, emailTokenDays: number): Promise<{ row: ServerRow; secrets: number }> {
  const row = await lockServerKey(tx)
  const promised = row.previousMailKeyUntil
  const until = new Date(Date.now() + emailTokenDays * day)
  const secrets = (await tx.signingSecret.count()) + (await tx.webhookEndpoint.count())
  if (configuredKeyIsInForce()) {
    // A repeat, as after a lost response, returns the first result, with a shorter overlap if requested.
    const isRecent = row.rotatedAt && Date.now() - row.rotatedAt.getTime() < renewalLength
    if (!promised || !isRecent || !config.previousServerKey)
      throw new Conflict('SERVER_KEY_NOT_READY', howToBegin)
    const data = { previousMailKeyUntil: promised < until ? promised : until }
    return { row: await tx.server.update({ where: { id: 1 }, data }), secrets }
  }
  if (promised && promised > new Date() && emailTokenDays > 0) {
    throw new Conflict(
      'SERVER_KEY_STILL_NEEDED',
      `Links in emails sent before the last rotation are valid until ${promised.toISOString()}, and would not survive another one. ` +
        'Repeat this then, or with emailTokenDays 0 to revoke them now',
      promised.toISOString(),
    )
  }
  settleKeyFile()
  return { row: await resealAll(tx, nextKey(), until), secrets }
}
