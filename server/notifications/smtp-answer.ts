/** What nodemailer says of a mail that was not taken. */
interface SmtpError {
  code?: string
  /** Node's own, where `code` says at which step. */
  originalCode?: string
  responseCode?: number
  command?: string
  response?: string
}

/**
 * What the server said of the recipient or the content, for good. Whatever else it refuses is ours to fix: the day's
 * quota (5.4.5 of RFC 3463), and who may relay (5.7.x, which many say only once they have the recipient; later it is
 * said of the content).
 */
export function isFinal(error: unknown): boolean {
  const { responseCode = 0, command = '', response = '' } = error as SmtpError
  const said = (status: RegExp) => status.test(response)
  if (responseCode < 500 || said(/\b5\.4\.5\b/)) return false
  return command.startsWith('RCPT TO') ? !said(/\b5\.7\.\d+\b/) : command.startsWith('DATA')
}

/** What the server said. Of the connection only the kind of failure: more would describe our own network. */
export function answerOf(error: unknown): string {
  const { code, originalCode = '', response } = error as SmtpError
  if (/CERT|SIGNATURE|ISSUER/.test(originalCode)) return 'The certificate of the mail server is not trusted'
  if (code === 'ETLS' || /SSL|TLS|EPROTO/.test(originalCode)) {
    return 'The connection to the mail server could not be encrypted'
  }
  return response?.slice(0, 500) ?? 'The mail server could not be reached'
}
