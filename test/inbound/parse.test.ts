import { describe, expect, test } from 'vitest'
import { parseEmail } from '../../server/inbound/parsing/parse.ts'

/** An email with these lines: its header without From, a blank line, its body; every character is a byte. */
const parse = (...lines: string[]) =>
  parseEmail(Buffer.from(['From: jane@example.com', ...lines].join('\r\n'), 'latin1'))
const utf8 = (text: string) => Buffer.from(text).toString('latin1')
const type = (value: string) => `Content-Type: ${value}`
const pdf = [type('application/pdf; name=a.pdf'), '', 'x']
const html = (content: string) => [type('text/html'), '', content]

/** An email with this text in an S/MIME signature, whose values are `open` if they have no length. */
function signed(text: string, open: boolean): string {
  const value = (tag: number, ...parts: Buffer[]) => {
    const content = Buffer.concat(parts)
    if (open && tag & 0x20) return Buffer.from([tag, 0x80, ...content, 0, 0])
    return Buffer.from([tag, 0x81, content.length, ...content])
  }
  const kind = (last: number) =>
    value(0x06, Buffer.from(`2a864886f70d0107${last.toString().padStart(2, '0')}`, 'hex'))
  const email = Buffer.from(`Content-Type: text/plain\r\n\r\n${text}`)
  const octets = value(0x24, value(0x04, email.subarray(0, 20)), value(0x04, email.subarray(20)))
  const data = value(0x30, kind(1), value(0xa0, octets))
  const content = value(0x30, value(0x02, Buffer.from([1])), value(0x31), data, value(0x31))
  return value(0x30, kind(2), value(0xa0, content)).toString('base64')
}

describe('the text of an email is found', () => {
  test.for<[name: string, lines: string[], body: string | RegExp]>([
    ['without a boundary', [type('multipart/mixed'), '', 'The red one'], 'The red one'],
    [
      'below a boundary that is not the declared one',
      [type('multipart/mixed; boundary=a'), '', '--b', type('text/plain'), '', 'The red one', '--b--'],
      'The red one',
    ],
    [
      'with an empty boundary',
      [type('multipart/mixed; boundary=""'), '', '--', '', 'The red one', '----'],
      /The red one/,
    ],
    [
      'above the parts',
      [type('multipart/mixed; boundary=b'), '', 'The red one', '--b', ...pdf, '--b--'],
      'The red one',
    ],
    [
      'below the parts',
      [type('multipart/mixed; boundary=b'), '', '--b', ...pdf, '--b--', 'The red one'],
      'The red one',
    ],
    ...[
      'text',
      'plain/text',
      'text/plain charset=utf-8',
      '',
      'text/markdown',
      'text/x-note',
      'application/octet-stream',
      'unknown/unknown',
    ].map((odd): [string, string[], string] => [
      `of type “${odd}”`,
      [type(odd), '', 'The red one'],
      'The red one',
    ]),
    ['with its own markup', [type('text/enriched'), '', '<bold>The</bold> red one'], 'The red one'],
    [
      'as an attachment without a name',
      [
        type('multipart/mixed; boundary=b'),
        '',
        '--b',
        type('text/html'),
        'Content-Disposition: attachment',
        '',
        '<p>The red one',
        '--b--',
      ],
      'The red one',
    ],
    ['in another email', [type('message/rfc822'), '', 'Subject: x', '', 'The red one'], 'The red one'],
    ['in an emoji image', html(utf8('<div><img alt="👍🏽" src="https://x.test/1.png"></div>')), '👍🏽'],
    [
      'beside a picture of 2 MB in its HTML',
      html(`<p>Above<img src="data:image/png;base64,${'A'.repeat(2_000_000)}"><p>below`),
      'Above\n\nbelow',
    ],
    ['below 2 MB of styles', html(`<style>${'p{} '.repeat(500_000)}</style><p>The red one`), 'The red one'],
    ['without a blank line above it', ['Subject: x', 'The red one,', 'please'], 'The red one,\nplease'],
    [
      'in a part without a blank line above it',
      [type('multipart/mixed; boundary=b'), '', '--b', type('text/plain'), 'The red one', '--b--'],
      'The red one',
    ],
    [
      'in base64 with blanks and other letters',
      ['Content-Transfer-Encoding: base64', '', 'VGhl IHJl!\r\n ZCBv\r\nbmU='],
      'The red one',
    ],
    ...['The red one', 'Hello,\n\nthe red one', 'Red!'].map((text): [string, string[], string] => [
      `that is not in base64, as it says: ${JSON.stringify(text)}`,
      ['Content-Transfer-Encoding: base64', '', text],
      text,
    ]),
    [
      'above an unencoded footer',
      ['Content-Transfer-Encoding: base64', '', 'VGhlIHJlZCBvbmU=', '', '(Scanned by a gateway.)'],
      'The red one\n\n(Scanned by a gateway.)',
    ],
    [
      'signed with PGP',
      [
        '',
        '-----BEGIN PGP SIGNED MESSAGE-----',
        'Hash: SHA512',
        '',
        '- - one',
        '-----BEGIN PGP SIGNATURE-----',
        'x',
        '-----END PGP SIGNATURE-----',
      ],
      '- one',
    ],
    ...[false, true].map((open): [string, string[], string] => [
      `in an S/MIME signature ${open ? 'without lengths' : 'with lengths'}`,
      [type('application/pkcs7-mime'), 'Content-Transfer-Encoding: base64', '', signed('The red one', open)],
      'The red one',
    ]),
  ])('%s', async ([, lines, body]) => {
    expect((await parse(...lines)).body).toEqual(body instanceof RegExp ? expect.stringMatching(body) : body)
  })

  test('below a quotation of 1 MB', async () => {
    const quoted = '> It happened again at half past nine\r\n'.repeat(27_000)
    const { body, quotedText, attachments } = await parse(
      '',
      `On 4 May 2027, Acme <a@acme.test> wrote:\r\n${quoted}\r\nThe red one`,
    )
    const file = '\n\n📎 quotation.txt'
    expect([body, quotedText?.length]).toEqual(['The red one', 200_007 + file.length])
    expect(attachments).toEqual([{ name: 'quotation.txt', type: 'text/plain', size: expect.any(Number) }])
  })

  test('completely if it has no quotation', async () => {
    const lines = Array.from({ length: 4_000 }, (_, at) => `${at}: the printer says no`).join('\r\n')
    expect((await parse('', lines)).body).toBe(lines.replaceAll('\r\n', '\n'))
  })
})

describe('text that email programs show separately is folded behind the reply', () => {
  const parts = (...lines: string[]) =>
    parse(
      type('multipart/mixed; boundary=b'),
      '',
      'This is a message in MIME format.',
      '--b',
      '',
      'See below.',
      '--b',
      ...lines,
    )
  test.for<[string, string[]]>([
    ['a forwarded email', [type('message/rfc822'), '', 'Subject: x', '', 'Pay now', '--b--']],
    [
      'a text part that is marked as an attachment',
      [type('text/plain'), 'Content-Disposition: attachment', '', 'Pay now', '--b--'],
    ],
    ['lines below the last part', [...pdf, '--b--', 'Pay now']],
  ])('%s', async ([, lines]) => {
    expect(await parts(...lines)).toMatchObject({ body: 'See below.', quotedText: 'Pay now' })
  })

  test('a line among its header fields', async () => {
    const email = await parse('Subject: x', 'Hello,', '', 'The red one')
    expect(email).toMatchObject({ body: 'The red one', quotedText: 'Hello,' })
  })

  test('not a line that is only folded wrongly', async () => {
    const email = await parse('DKIM-Signature: v=1;', `${'a'.repeat(60)}=`, '', 'The red one')
    expect(email).toMatchObject({ body: 'The red one', quotedText: null })
  })

  test('not a calendar, which is an attachment', async () => {
    const { text, attachments } = await parts(type('text/calendar'), '', 'BEGIN:VCALENDAR', '--b--')
    expect([text, attachments.length]).toEqual(['See below.', 1])
  })
})
