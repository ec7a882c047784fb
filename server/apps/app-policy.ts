import { config } from '../config/config.ts'

const socketsOf = (origin: string) => origin.replace(/^http/, 'ws')

/** The Content-Security-Policy that both apps share, one item per directive. */
export function appPolicy(publicOrigin: string): string[] {
  const { viteUrl } = config
  // In some browsers 'self' does not include WebSockets.
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
