import { connect, type Socket } from 'node:net'
import { crc32, deflateSync } from 'node:zlib'
import type { Client } from './client.ts'

interface File {
  name?: string
  bytes?: Uint8Array
  type?: string
  /** Announced, if it is not that of the bytes. */
  size?: number
}

/** Announces a file of this caller. */
export async function announce(client: Client, file: File = {}): Promise<{ id: string; url: string }> {
  const { name = 'screen.png', bytes = png(), type = '', size = bytes.length } = file
  return (await client.run('createUpload', { name, type, size }, 'upload { id url }')).upload
}

export const put = (url: string, bytes: Uint8Array, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'PUT', body: Buffer.from(bytes), headers })

/** Begins an upload whose bytes the test writes; `answer` is the beginning of the response, up to its status. */
export function beginUpload(url: string, size: number): { socket: Socket; answer: Promise<string> } {
  const { pathname, search, port } = new URL(url)
  const socket = connect({ host: '127.0.0.1', port: Number(port) })
  const answer = new Promise<string>((resolve) =>
    socket.once('data', (data) => resolve(String(data).slice(0, 12))),
  )
  socket.write(`PUT ${pathname}${search} HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${size}\r\n\r\n`)
  return { socket, answer }
}

/** Uploads a file; returns the id to attach. */
export async function upload(client: Client, file: File = {}): Promise<string> {
  const { id, url } = await announce(client, file)
  const response = await put(url, file.bytes ?? png())
  if (response.status !== 204) throw new Error(`${response.status} ${await response.text()}`)
  return id
}

/** A PNG of one color; its pixels are missing if there are too many. */
export function png(width = 4, height = 3): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = width * height > 1_000_000 ? Buffer.alloc(0) : Buffer.alloc(height * (1 + 3 * width), 0)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...chunks])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
