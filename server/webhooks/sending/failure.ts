/** The host has no address to which webhooks may be sent. */
export class AddressRefused extends Error {}

const sentences = {
  ETIMEDOUT: 'No complete answer within 10 seconds',
  ECONNREFUSED: 'The connection was refused',
  ECONNRESET: 'The connection broke off',
  ENOTFOUND: 'The host name was not found',
  EAI_AGAIN: 'The host name could not be looked up',
}

/** There is no answer, for a reason that Node knows by this code. */
export class Unanswered extends Error {
  code: keyof typeof sentences
  constructor(code: keyof typeof sentences) {
    super(sentences[code])
    this.code = code
  }
}

/** Why there was no answer, for people. */
export function failureOf(error: unknown): string {
  if (error instanceof AddressRefused) return 'The host’s address is not a public one'
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  return sentences[code as keyof typeof sentences] ?? `The connection failed: ${code || 'unknown error'}`
}
