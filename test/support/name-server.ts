import { createSocket } from 'node:dgram'
import dns from 'node:dns'
import { onTestFinished, vi } from 'vitest'

/** The type of a question for IPv6 addresses. */
const ipv6 = 28

/** A name’s addresses, both families in one list; null: no answer. */
type Names = Record<string, string[] | null>

/** A real name server over UDP, which the resolvers of this process ask for the rest of the test. */
export async function startNameServer(names: Names) {
  const socket = createSocket('udp4')
  const questions: string[] = []
  socket.on('message', (question, { port }) => {
    const name = nameIn(question)
    questions.push(name)
    const addresses = name in names ? names[name] : []
    if (addresses) socket.send(answerTo(question, addresses ?? [], name in names), port, '127.0.0.1')
  })
  await new Promise<void>((ready) => socket.bind(0, '127.0.0.1', ready))
  const server = `127.0.0.1:${socket.address().port}`
  class LocalResolver extends dns.promises.Resolver {
    constructor(options?: dns.ResolverOptions) {
      super(options)
      this.setServers([server])
    }
  }
  const mock = vi.spyOn(dns.promises, 'Resolver').mockImplementation(LocalResolver)
  onTestFinished(() => {
    mock.mockRestore()
    socket.close()
  })
  return { questions }
}

function nameIn(question: Buffer): string {
  const labels: string[] = []
  for (let at = 12; question[at]; at += (question[at] ?? 0) + 1) {
    labels.push(question.toString('latin1', at + 1, at + 1 + (question[at] ?? 0)))
  }
  return labels.join('.')
}

/** RFC 1035: the question again, with its addresses of the family that was asked for. */
function answerTo(question: Buffer, addresses: string[], exists: boolean): Buffer {
  const end = 12 + nameIn(question).length + 2
  const type = question.readUInt16BE(end)
  const found = addresses.filter((address) => address.includes(':') === (type === ipv6))
  const head = Buffer.from(question.subarray(0, 12))
  head.writeUInt16BE(exists ? 0x8180 : 0x8183, 2)
  head.writeUInt16BE(found.length, 6)
  head.writeUInt32BE(0, 8)
  const records = found.map((address) => {
    const bytes = bytesOf(address)
    return Buffer.concat([Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, bytes.length]), bytes])
  })
  return Buffer.concat([head, question.subarray(12, end + 4), ...records])
}

function bytesOf(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number))
  const [left = '', right = ''] = address.split('::')
  const groups = (text: string) => text.split(':').filter((group) => group !== '')
  const gap = Array<string>(8 - groups(left).length - groups(right).length).fill('0')
  const all = [...groups(left), ...gap, ...groups(right)]
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex')
}
