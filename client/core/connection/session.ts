import { backoff } from './backoff.ts'
import { listeners } from './listeners.ts'

export interface Session {
  token: string
  expiresAt: string
}

export type Renewal<S extends Session> =
  | { outcome: 'renewed'; session: S }
  | { outcome: 'refused' }
  | { outcome: 'unreachable' }

export interface SessionKeeper {
  /** The token to send; renewed first when it is about to expire. */
  token(): Promise<string>
  /** Renews now, once for all concurrent callers. False: there is no new token. */
  renew(): Promise<boolean>
  /** The server refused this token: the next `token()` renews it first, unless that has already happened. */
  expire(token: string): void
  /** Renews what expired while timers stood still, as they do in the browser's back/forward cache. */
  wake(): void
  /** Calls back once the session can no longer be renewed. */
  onEnd(listener: () => void): () => void
}

/** For nobody: there is nothing to send, renew or end. */
export const noSession: SessionKeeper = {
  token: () => Promise.resolve(''),
  renew: () => Promise.resolve(false),
  expire: () => {},
  wake: () => {},
  onEnd: () => () => {},
}

interface Options<S extends Session> {
  initial: S
  renew: (current: S) => Promise<Renewal<S>>
}

const minute = 60_000

/** Visitors' clocks are sometimes wrong, so an extreme lifetime is never believed. */
function renewalDelay(session: Session): number {
  const lifetime = Date.parse(session.expiresAt) - Date.now()
  const clamped = Math.min(Math.max(lifetime, 2 * minute), 15 * minute)
  return clamped * (0.75 + Math.random() * 0.15)
}

export function createSession<S extends Session>({ initial, renew }: Options<S>): SessionKeeper {
  let current = initial
  let renewAt = 0
  let timer: ReturnType<typeof setTimeout>
  let underWay: Promise<boolean> | undefined
  let failures = 0
  let ended = false
  const atEnd = listeners<[]>()

  function accept(session: S): void {
    current = session
    failures = 0
    const delay = renewalDelay(session)
    renewAt = Date.now() + delay
    schedule(delay)
  }

  function schedule(delay: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void keeper.renew(), delay)
  }

  function end(): void {
    ended = true
    clearTimeout(timer)
    atEnd.call()
  }

  async function attempt(): Promise<boolean> {
    const renewal = await renew(current)
    if (renewal.outcome === 'renewed') accept(renewal.session)
    else if (renewal.outcome === 'refused') end()
    else schedule(backoff(++failures))
    return renewal.outcome === 'renewed'
  }

  const keeper: SessionKeeper = {
    async token() {
      if (underWay || Date.now() >= renewAt) await keeper.renew()
      return current.token
    },
    renew() {
      if (ended) return Promise.resolve(false)
      underWay ??= attempt().finally(() => {
        underWay = undefined
      })
      return underWay
    },
    expire(token) {
      if (token === current.token) renewAt = 0
    },
    wake() {
      if (Date.now() >= renewAt) void keeper.renew()
    },
    onEnd: atEnd.add,
  }

  accept(initial)
  return keeper
}
