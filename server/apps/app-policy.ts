import { viteUrl } from './client-files.ts'

const socketsOf = (origin: string) => origin.replace(/^http/, 'ws')

/** What both apps' Content-Security-Policy has in common: a directive each. */
export function appPolicy(publicOrigin: string): string[] {
  // Not every browser lets 'self' cover WebSockets.
  const origins = [publicOrigin, ...(viteUrl ? [viteUrl] : [])].flatMap((origin) => [
    origin,
    socketsOf(origin),
  ])
  return [
    "default-src 'none'",
    `connect-src 'self' ${origins.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]
}
