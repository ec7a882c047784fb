import { GraphQLError } from 'graphql'
import type { Context } from '../api/context.ts'
import { sessionKeys } from '../identity/session.ts'
import { type WebsiteAccess, websiteAccess } from '../identity/website.ts'

/** Milliseconds between checks whether callers still have access. */
const checkInterval = 2_000

interface Caller {
  context: Context
  listeners: Set<(error: unknown) => void>
  /** What its session rested on at the last check. */
  website?: WebsiteAccess | null
}

/** By `recheck`: a socket and its subscriptions share one check. */
const watched = new Map<Context['recheck'], Caller>()
let timer: NodeJS.Timeout | undefined
/** Keys that were valid at the last check. */
let keys: unknown[] = []

/** Calls `refused` when the caller has lost access, until the result is called. By one timer: wake-ups can be lost. */
export function watchRights(context: Context, refused: (error: unknown) => void): () => void {
  const { recheck } = context
  const caller = watched.get(recheck) ?? { context, listeners: new Set() }
  watched.set(recheck, caller)
  caller.listeners.add(refused)
  timer ??= setInterval(checkAll, checkInterval).unref()
  return () => {
    caller.listeners.delete(refused)
    if (caller.listeners.size === 0) watched.delete(recheck)
    if (watched.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** While the keys are the same, a session stays valid until it expires or its website's access is another object. */
async function checkAll(): Promise<void> {
  const ids = new Set([...watched.values()].flatMap(({ context }) => sessionOf(context)?.websiteId ?? []))
  const read = async (id: string) => [id, await websiteAccess(id).catch(() => null)] as const
  const websites = new Map(await Promise.all([...ids].map(read)))
  const before = keys
  keys = sessionKeys().map(({ key }) => key)
  const sameKeys = keys.length === before.length && keys.every((key, index) => key === before[index])
  for (const [recheck, caller] of watched) {
    const website = websites.get(sessionOf(caller.context)?.websiteId ?? '')
    const isSame = sameKeys && website && website === caller.website && !hasExpired(caller.context)
    caller.website = website
    if (isSame) continue
    recheck().catch((error) => {
      // While the database is down nobody knows: the next check will.
      if (!(error instanceof GraphQLError)) return
      for (const refused of caller.listeners) refused(error)
    })
  }
}

function sessionOf({ viewer }: Context) {
  return viewer && 'grounds' in viewer && viewer.grounds ? viewer : undefined
}

const hasExpired = ({ expiresAt }: Context) => expiresAt !== null && expiresAt <= new Date()
