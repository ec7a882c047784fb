import type { Context } from '../api/context.ts'
import { type WebsiteAccess, websiteAccess } from '../identity/website.ts'

/** Milliseconds between checks whether callers still have access. */
const every = 2_000

interface Caller {
  context: Context
  listeners: Set<(error: unknown) => void>
  /** What its session rested on at the last check. */
  website?: WebsiteAccess | null
}

/** By `recheck`: a socket and its subscriptions share one check. */
const watched = new Map<Context['recheck'], Caller>()
let timer: NodeJS.Timeout | undefined

/** Calls `refused` when the caller has lost access, by one timer for all: wake-ups can be lost. Returns its end. */
export function watchRights(context: Context, refused: (error: unknown) => void): () => void {
  const { recheck } = context
  const caller = watched.get(recheck) ?? { context, listeners: new Set() }
  watched.set(recheck, caller)
  caller.listeners.add(refused)
  timer ??= setInterval(lookAtAll, every).unref()
  return () => {
    caller.listeners.delete(refused)
    if (caller.listeners.size === 0) watched.delete(recheck)
    if (watched.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

async function lookAtAll(): Promise<void> {
  const ids = new Set([...watched.values()].flatMap(({ context }) => sessionOf(context)?.websiteId ?? []))
  const read = async (id: string) => [id, await websiteAccess(id).catch(() => null)] as const
  const websites = new Map(await Promise.all([...ids].map(read)))
  for (const [recheck, caller] of watched) {
    if (isUnchanged(caller, websites)) continue
    recheck().catch((error) => {
      for (const refused of caller.listeners) refused(error)
    })
  }
}

/** A session is what it was as long as it has not expired and its website's access is the same object. */
function isUnchanged(caller: Caller, websites: Map<string, WebsiteAccess | null>): boolean {
  const session = sessionOf(caller.context)
  if (!session) return false
  const before = caller.website
  caller.website = websites.get(session.websiteId)
  const { expiresAt } = caller.context
  return !!before && before === caller.website && (!expiresAt || expiresAt > new Date())
}

function sessionOf({ viewer }: Context) {
  return viewer && 'grounds' in viewer && viewer.grounds ? viewer : undefined
}
