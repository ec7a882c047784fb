import { db } from '../db.ts'
import { log } from '../log.ts'

const used = new Map<string, Date>()
let timer: NodeJS.Timeout | undefined

/** Remembers that a secret signed somebody in. Written at most once a minute: loading a page must not write. */
export function noteSecretUse(secretId: string): void {
  used.set(secretId, new Date())
  timer ??= setTimeout(writeSecretUse, 60_000).unref()
}

/** Writes what is remembered; also on shutdown. */
export async function writeSecretUse(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const uses = [...used]
  used.clear()
  for (const [id, lastUsedAt] of uses) {
    await db.signingSecret
      .updateMany({ where: { id }, data: { lastUsedAt } })
      .catch((error) => log.warn({ err: error }, 'the last use of a secret was not written'))
  }
}
