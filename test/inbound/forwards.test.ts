import { describe, expect, test } from 'vitest'
import { ownWords } from '../../server/inbound/parsing/own-words/own-words.ts'
import { parseEmail } from '../../server/inbound/parsing/parse.ts'

const header =
  'From: Bob <bob@example.com>\nDate: 4 May 2027 at 09:30:00\nTo: Jane <jane@example.com>\nSubject: Recall'

describe('a forwarded email is kept', () => {
  test.for([
    '---------- Forwarded message ---------',
    '-------- Weitergeleitete Nachricht --------',
    '-------- İletilmiş Mesaj --------',
    'Begin forwarded message:',
    'Début du message réexpédié :',
    'Начало переадресованного сообщения:',
    '以下是转发的邮件：',
  ])('below %s', (mark) => {
    const text = `See below.\n\n${mark}\n\n${header}\n\nPart 4711 was recalled.`
    expect(ownWords(text)).toEqual({ body: text, quotedText: null })
  })

  test('if it is marked as quoted', () => {
    const text = `See below.\n\n> Begin forwarded message:\n>\n> ${header.replaceAll('\n', '\n> ')}\n>\n> Recalled.`
    expect(ownWords(text)).toEqual({ body: text, quotedText: null })
  })

  test.for(['FW: Recall', 'WG: Recall', '[EXTERNAL] Fwd: Recall', 'İLT: Recall'])(
    'if the subject is %s',
    async (subject) => {
      const text = `See below.\n\n${header}\n\nPart 4711 was recalled.`
      const raw = Buffer.from(`Subject: ${subject}\n\n${text}`.replaceAll('\n', '\r\n'))
      expect(await parseEmail(raw)).toMatchObject({ body: text, quotedText: null })
    },
  )
})

test('a forwarded email in a quotation is part of it', () => {
  const quoted =
    'On 4 May 2027, Acme <a@acme.com> wrote:\n\n> ---------- Forwarded message ---------\n> Recalled.'
  expect(ownWords(`Thanks!\n\n${quoted}`)).toEqual({ body: 'Thanks!', quotedText: quoted })
})

describe('the subject is the text of an email without any', () => {
  const empty = (subject: string, body = '') =>
    parseEmail(Buffer.from(`Subject: ${subject}\r\nContent-Type: text/html\r\n\r\n<div><br></div>${body}`))

  test('if the sender wrote it', async () => {
    expect((await empty('Please cancel order 4711')).body).toBe('Please cancel order 4711')
  })

  test('above a quotation', async () => {
    const { body, quotedText } = await empty('Yes, please', '<blockquote>Shall we?</blockquote>')
    expect([body, quotedText]).toEqual(['Yes, please', expect.stringContaining('> Shall we?')])
  })

  test.for(['', 'Re: Help', 'AW: Help', 'Re[2]: Help', '[EXTERNAL] RE: Help', 'Fwd: Help'])(
    'but not if it is %j',
    async (subject) => {
      expect((await empty(subject)).body).toBe('')
    },
  )
})
