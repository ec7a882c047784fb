import { describe, expect, test } from 'vitest'
import { startReceiving } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { fixture, messageIdOf, newPostman } from './postman.ts'

const { app, origin, rootKey } = await startReceiving()
const { replyAddress, send, settled } = await newPostman(origin, app.inboundPort() ?? 0)
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')

interface Expected {
  body: string
  /** Texts that must be cut. */
  cut?: string[]
  attachments?: { name: string; type: string; size: number }[]
}

const emails: Record<string, Expected> = {
  gmail: {
    body: 'Thank you, it prints again.\n\nDo I have to keep the old driver?',
    cut: ['On Tue, May 4, 2027 at 9:30 AM Acme Customer Service of the Northern\nRegion', '> Ada, Acme'],
  },
  'gmail-german': {
    body: 'Danke für die schnelle Hilfe, es läuft!',
    cut: ['schrieb Acme Kundendienst <\ntickets@acme.com>:', '> bitte installieren Sie den neuen Treiber.'],
  },
  'gmail-french': { body: 'Merci, ça marche.', cut: ['a écrit :', '> essayez le nouveau pilote.'] },
  'outlook-desktop': {
    body: 'It prints – for 5 € less ink…\n\nJane Doe',
    cut: ['From: Acme Customer Service <tickets@acme.com>', 'please install the new driver.'],
    attachments: [{ name: 'image001.png', type: 'image/png', size: 68 }],
  },
  'outlook-web': {
    body: 'Es druckt wieder, schönen Dank.',
    cut: ['________________________________\nVon: Acme', 'bitte installieren Sie den neuen Treiber.'],
  },
  'outlook-mobile': {
    body: 'It prints – at last 🎉',
    cut: ['Get Outlook for iOS', 'Sent: Tuesday, May 4, 2027'],
  },
  'apple-mail': {
    body: 'It prints again. I found this on my Mac:\n- the old driver was still there\n- I took it away\n\nJane',
    cut: ['> please install the new driver.'],
  },
  iphone: { body: 'Prints!', cut: ['Sent from my iPhone', '> please install the new driver.'] },
  thunderbird: {
    body: 'That did it, although I had to restart the computer twice before the driver was found.',
    cut: ['On 04/05/2027 09:30, Acme Customer Service wrote:', 'Example Ltd, 12 Example Street'],
  },
  'thunderbird-inline': {
    body: 'Hello Ada,\n\n> Which printer is it?\n\nThe grey one.\n\n> Which system do you have?\n\nLinux.',
    cut: ['On 04/05/2027 09:30', 'Jane Doe'],
  },
  yahoo: {
    body: 'It prints now.\nIs the driver free?',
    cut: ['Sent from Yahoo Mail on Android', 'On Tuesday, May 4, 2027', 'please install the new driver.'],
  },
  'html-only': {
    body: 'It prints & scans:\n\n- black\n- in colour, see this page <https://example.com/page>',
    cut: ['Acme <tickets@acme.com> wrote:', '> please install the new driver.'],
  },
  attachments: {
    body: 'Here is the label.\n\nIt is torn.',
    attachments: [
      { name: 'läbel .pdf', type: 'application/pdf', size: 9 },
      { name: 'printer.jpg', type: 'image/jpeg', size: 4 },
      { name: 'attachment', type: 'message/rfc822', size: 27 },
    ],
  },
  'attachment-only': {
    body: '📎 label.pdf',
    attachments: [{ name: 'label.pdf', type: 'application/pdf', size: 9 }],
  },
  'picture-only': {
    body: '📎 screenshot.png',
    attachments: [{ name: 'screenshot.png', type: 'image/png', size: 5 }],
  },
  'picture-quoting': {
    body: '📎 image001.png',
    cut: ['From: Acme <tickets@acme.com>', 'please install the new driver.'],
    attachments: [{ name: 'image001.png', type: 'image/png', size: 5 }],
  },
  'html-and-footer': { body: 'Please cancel order 4711\n\nThis mail was checked for viruses.' },
  hebrew: {
    body: 'תודה רבה, המדפסת עובדת.\nהאם צריך לשמור את הדרייבר הישן?',
    cut: ['4 במאי 2027', '> נא להתקין את הדרייבר החדש.'],
  },
  japanese: {
    body: 'ありがとうございます。\n印刷できました。',
    cut: ['2027年5月4日(火)', '> 新しいドライバーを入れてください。'],
  },
}

describe('a reply becomes a message of the customer’s own words', () => {
  test.for(Object.entries(emails))('%s', async ([name, { body, cut, attachments = [] }]) => {
    const { ticket } = await jane.run('openTicket', { subject: 'Printer', body: 'Help' }, 'ticket { id }')
    const address = await replyAddress(ticket.id, 'jane@example.com')
    const raw = fixture(name, address)
    expect(await send(address, raw)).toBe(250)
    expect(await settled(messageIdOf(raw))).toMatchObject({ state: 'POSTED', reason: null })
    const query = `query ($id: ID!) { ticket(id: $id) { lastMessage {
      position body quotedText via author { ... on Customer { email } } attachments { name type size }
    } } }`
    const { lastMessage } = (await jane.ask(query, { id: ticket.id })).ticket
    expect(lastMessage).toMatchObject({
      position: 2,
      body,
      via: 'EMAIL',
      author: { email: 'jane@example.com' },
    })
    expect(lastMessage.attachments).toEqual(attachments)
    for (const text of cut ?? []) expect(lastMessage.quotedText).toContain(text)
    if (!cut) expect(lastMessage.quotedText).toBeNull()
  })
})
