export const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

interface Variables {
  HOST: string
  PUBLIC_URL?: string
  DATABASE_URL?: string
}

/** Embedded database, reachable only from this machine: a trial. */
export function isTrial({ DATABASE_URL, HOST, PUBLIC_URL }: Variables): boolean {
  const isPublic = PUBLIC_URL !== undefined && !loopback.has(new URL(PUBLIC_URL).hostname)
  return !DATABASE_URL && loopback.has(HOST) && !isPublic
}
