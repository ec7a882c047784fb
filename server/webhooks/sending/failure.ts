import { AddressRefused } from './lookup.ts'

const sentences: Record<string, string> = {
  ABORT_ERR: 'No complete answer within 10 seconds',
  ECONNREFUSED: 'The connection was refused',
  ECONNRESET: 'The connection broke off',
  ENOTFOUND: 'The host name was not found',
  EAI_AGAIN: 'The host name could not be looked up',
}

/** Why there was no answer, for people. */
export function failureOf(error: unknown): string {
  if (error instanceof AddressRefused) return 'The host’s address is not a public one'
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  return sentences[code] ?? `The connection failed: ${code || 'unknown error'}`
}
