/** Nodemailer's description of why an email was not accepted. */
interface SmtpError {
  code?: string
  /** Node's own code, where `code` names the step. */
  originalCode?: string
  responseCode?: number
  command?: string
  response?: string
}

/**
 * Whether the server permanently refused the recipient or the content. Other refusals can be fixed on our side: a daily
 * quota (5.4.5 of RFC 3463), or relay permission (5.7.x, which many servers report only with the recipient; after that
 * it is about the content).
 */
export function isFinal(error: unknown): boolean {
  const { responseCode = 0, command = '', response = '' } = error as SmtpError
  const said = (status: RegExp) => status.test(response)
  if (responseCode < 500 || said(/\b5\.4\.5\b/)) return false
  return command.startsWith('RCPT TO') ? !said(/\b5\.7\.\d+\b/) : command.startsWith('DATA')
}

/** The server's response. Of a connection error only its kind: more would describe our own network. */
export function answerOf(error: unknown): string {
  const { code, originalCode = '', response } = error as SmtpError
  if (/CERT|SIGNATURE|ISSUER/.test(originalCode)) return 'The certificate of the mail server is not trusted'
  if (code === 'ETLS' || /SSL|TLS|EPROTO/.test(originalCode)) {
    return 'The connection to the mail server could not be encrypted'
  }
  return response?.slice(0, 500) ?? 'The mail server could not be reached'
}
