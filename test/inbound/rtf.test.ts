import { describe, expect, test } from 'vitest'
import { parseEmail } from '../../server/inbound/parsing/parse.ts'
import { rtfToText } from '../../server/inbound/parsing/rtf-text.ts'
import { startReceiving } from '../support/app.ts'
import { processorTime } from '../support/processor-time.ts'
import { createTestWebsite } from '../support/website.ts'
import { messageIdOf, mime, newPostman } from './postman.ts'

const document = (words: string) =>
  `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator Riched;}\\pard ${words}\\par\r\n}`
const cancel = document("Please \\b cancel\\b0  order 4711, J\\'fcrgen")

describe('the text of an RTF document is extracted', () => {
  test.for<[string, string, string]>([
    ['in lines', 'one\\par two\\line three\\tab four', 'one\ntwo\nthree\tfour'],
    ['across line breaks in its source', 'o\r\nne', 'one'],
    ['with escaped characters', '\\{a\\} \\\\ \\~b\\_c \\ldblquote d\\rdblquote', '{a} \\  b-c “d”'],
    ['in its charset', "\\ansicpg1251 \\'cf\\'f0\\'e8", 'При'],
    ['in UTF-8', "\\ansicpg65001 \\'c3\\'bc", 'ü'],
    ['in Unicode, without its fallback', "\\u8364? \\uc2\\u252\\'81\\'fc. \\uc0\\u252.", '€ ü. ü.'],
    ['in Unicode beyond its first plane', '\\u-10179?\\u-8704?', '😀'],
    ['of a link', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt here}}', 'here'],
    ['beside a binary picture', '{\\pict\\bin5 }}}}}}one', 'one'],
    ['with an unclosed group', '{{{one', 'one'],
    ['with an end too many', 'one}}} two', 'one two'],
  ])('%s', ([, source, text]) => {
    expect(rtfToText(Buffer.from(document(source), 'latin1'))).toBe(text)
  })

  test.for(['{', '}', '\\', "\\'fc", '\\par ', '\\u8364?', '{\\*', '\\bin1 '])(
    'in bounded time among %j',
    async (piece) => {
      const source = Buffer.from(document(piece.repeat(2_000_000 / piece.length)), 'latin1')
      expect(await processorTime(() => rtfToText(source))).toBeLessThan(20_000)
    },
  )
})

describe('the document in an RTF email', () => {
  const parse = (...lines: string[]) =>
    parseEmail(Buffer.from(['From: jane@example.com', ...lines].join('\r\n'), 'latin1'))
  const words = 'Please cancel order 4711, Jürgen'
  const part = ['Content-Type: text/rtf', '', cancel]

  test.for(['text/rtf', 'application/rtf', 'text/richtext', 'application/octet-stream', 'text/plain'])(
    'is its text and an attachment: %s',
    async (type) => {
      const { text, body, rough, attachments } = await parse(`Content-Type: ${type}`, '', cancel)
      expect([text, body, rough, attachments.length]).toEqual([words, words, true, 1])
    },
  )

  test('is only an attachment if the email also has text', async () => {
    for (const kind of ['mixed', 'alternative']) {
      const header = `Content-Type: multipart/${kind}; boundary=b`
      const email = await parse(header, '', '--b', '', 'The red one', '--b', ...part, '--b--')
      expect(email).toMatchObject({ text: 'The red one', quotedText: null, rough: false })
      expect(email.attachments).toHaveLength(1)
    }
  })

  test('is only an attachment if it is a file', async () => {
    const email = await parse('Content-Type: application/rtf; name=order.rtf', '', cancel)
    expect(email).toMatchObject({ body: '📎 order.rtf', rough: false })
  })
})

test('an RTF email is quarantined with its extracted text', async () => {
  const { app, origin, rootKey } = await startReceiving()
  const { replyAddress, send, settled } = await newPostman(origin, app.inboundPort() ?? 0)
  const website = await createTestWebsite(origin, rootKey)
  const jane = await website.customer('jane@example.com')
  const { ticket } = await jane.run('openTicket', { subject: 'Help', body: 'Please' }, 'ticket { id }')
  const to = await replyAddress(ticket.id, 'jane@example.com')
  const raw = mime({ to, header: ['Content-Type: text/rtf'], body: cancel })
  expect(await send(to, raw)).toBe(250)
  expect(await settled(messageIdOf(raw))).toMatchObject({ state: 'QUARANTINED', messageId: null })
  const query = '($id: ID!) { ticket(id: $id) { messageCount quarantinedEmails { text reason } } }'
  const { ticket: seen } = await website.key.ask(`query ${query}`, { id: ticket.id })
  expect(seen).toEqual({
    messageCount: 1,
    quarantinedEmails: [
      {
        text: 'Please cancel order 4711, Jürgen',
        reason: 'Only this text could be read from its RTF document',
      },
    ],
  })
})
