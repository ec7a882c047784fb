import { z } from 'zod'
import { verb } from '../builder.ts'
import { db } from '../db.ts'
import { Conflict } from '../errors.ts'
import { activate, keys, nextKey, retireMailKey, settleKeyFile } from '../keys.ts'
import { log } from '../log.ts'
import { resealAll } from '../server-key.ts'

const day = 24 * 60 * 60_000
/** Milliseconds for which the transaction may take: it writes every secret. */
const timeout = 10 * 60_000

verb('rotateServerKey', {
  description:
    'Seals every secret with a new server key, in one transaction. Where SERVER_KEY is set, first restart every process ' +
    'with the new key as SERVER_KEY and the old one as SERVER_KEY_PREVIOUS, which is needed no longer 12 hours after ' +
    'this. Where it is not, a new key is made in DATA_DIR.',
  scope: { root: true },
  fields: (t) => ({
    emailTokenDays: t.int({
      required: true,
      defaultValue: 30,
      description: 'Days for which links and reply addresses in emails sent so far still work, 365 at most.',
    }),
  }),
  input: z.object({ emailTokenDays: z.int().min(0).max(365) }),
  errors: [Conflict],
  work: async ({ emailTokenDays }): Promise<{ secrets: number; emailTokensUntil: Date }> => {
    const next = nextKey()
    if (!next) {
      throw new Conflict(
        'Restart every process with a new SERVER_KEY, and the present one as SERVER_KEY_PREVIOUS, then repeat this',
      )
    }
    const emailTokensUntil = new Date(Date.now() + emailTokenDays * day)
    const { mail } = keys()
    const secrets = await db.$transaction((tx) => resealAll(tx, next, emailTokensUntil), { timeout })
    activate(next.fingerprint)
    retireMailKey({ mail, until: emailTokensUntil })
    settleKeyFile()
    log.info({ secrets }, 'server key rotated')
    return { secrets, emailTokensUntil }
  },
  payload: (t) => ({
    secrets: t.exposeInt('secrets', { description: 'How many secrets were sealed.' }),
    emailTokensUntil: t.expose('emailTokensUntil', {
      type: 'DateTime',
      description: 'Until when links and reply addresses in emails sent so far work.',
    }),
  }),
})
