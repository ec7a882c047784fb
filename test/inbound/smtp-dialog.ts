import { once } from 'node:events'
import { connect } from 'node:net'

/** A bare connection to an SMTP server, with commands by the test. Each response is its last line. */
export async function smtpDialog(port: number) {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  const waiting: ((answer: string) => void)[] = []
  const answers: string[] = []
  const all: string[] = []
  socket.on('data', (part) => {
    received += part
    const lines = received.split('\r\n')
    received = lines.pop() ?? ''
    for (const line of lines) {
      all.push(line)
      if (!/^\d{3}( |$)/.test(line)) continue
      const next = waiting.shift()
      if (next) next(line)
      else answers.push(line)
    }
  })
  socket.on('error', () => {})

  function answer(): Promise<string> {
    const line = answers.shift()
    return line === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(line)
  }
  function say(line: string): Promise<string> {
    socket.write(`${line}\r\n`)
    return answer()
  }

  return {
    socket,
    /** Everything that was received, line by line. */
    all,
    greeting: await answer(),
    answer,
    say,
    /** Sends sender and recipient; returns the response to the latter, 250 if it was accepted. */
    async envelope(to: string, from = 'jane@example.com') {
      await say('EHLO client.example.com')
      await say(`MAIL FROM:<${from}>`)
      return say(`RCPT TO:<${to}>`)
    },
    /** Writes as much as the server accepts. */
    async write(text: string | Buffer) {
      if (!socket.write(text)) await once(socket, 'drain')
    },
    closed: once(socket, 'close'),
  }
}
