import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decideType, isAllowed } from '../../server/attachments/decide-type.ts'
import { png } from '../support/upload.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
const pdf = '%PDF-1.7\n%âãÏÓ\n'

test.for<[string, string, string | Uint8Array, string]>([
  ['a picture', 'a.png', png(), 'image/png'],
  ['a picture called a page', 'a.html', png(), 'image/png'],
  ['a page called a picture', 'a.png', '<!doctype html><script>alert(1)</script>', 'text/plain'],
  ['an SVG', 'a.svg', svg, 'text/plain'],
  ['an SVG with a declaration', 'a.svg', `<?xml version="1.0"?>${svg}`, 'text/plain'],
  ['XHTML', 'a.xhtml', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', 'text/plain'],
  ['a script', 'a.js', 'alert(1)', 'text/plain'],
  ['a table', 'a.CSV', 'a,b\n1,2\n', 'text/csv'],
  ['a log with colors', 'a.log', '\u001B[31merror\u001B[0m\n', 'text/plain'],
  ['text of which the sample ends in a character', 'a.txt', Buffer.from('aé').subarray(0, 2), 'text/plain'],
  ['a PDF', 'a.pdf', pdf, 'application/pdf'],
  ['a page that is a PDF, too', 'a.html', `<script>alert(1)</script>${pdf}`, 'text/plain'],
  ['a picture that is a page, too', 'a.html', Buffer.concat([png(), Buffer.from(svg)]), 'image/png'],
  ['a program', 'a.png', Buffer.from('4d5a9000030000000400', 'hex'), 'application/x-msdownload'],
  ['bytes without a meaning', 'a.txt', Buffer.from([1, 2, 3]), 'application/octet-stream'],
])('%s gets its type from its bytes', async ([, name, bytes, type]) => {
  expect(await decideType(Buffer.from(bytes as Uint8Array), name)).toBe(type)
})

test('a zip bomb that says it is a document is not unpacked', async () => {
  // Unlike the memory of the process, that of this thread.
  const inBuffers = () => process.memoryUsage().arrayBuffers
  const bomb = zipped('[Content_Types].xml', Buffer.alloc(60_000_000))
  expect(bomb.length).toBeLessThan(64 * 1024)
  const before = inBuffers()
  expect(await decideType(bomb, 'a.docx')).toMatch(/^application\/(?:zip|vnd\.)/)
  expect(inBuffers() - before).toBeLessThan(50_000_000)
})

function zipped(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(content.length, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), packed])
}

test.for<[string, string[], boolean]>([
  ['image/png', ['image/png'], true],
  ['image/png', ['image/*'], true],
  ['image/png', ['application/pdf'], false],
  ['imagery/png', ['image/*'], false],
  ['image/png', [], false],
])('%s is allowed by %j: %s', ([type, list, allowed]) => {
  expect(isAllowed(type, list)).toBe(allowed)
})
