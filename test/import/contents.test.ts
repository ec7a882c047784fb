import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { upload } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'
import { importAndRead } from './import-and-read.ts'
import { oldMessage, oldTicket } from './ticket.ts'

const { origin, rootKey } = await startApp()
const { key } = await createTestWebsite(origin, rootKey)

const importOne = (more: object = {}) => importAndRead(key, oldTicket(more), key)

describe('an imported conversation', () => {
  test('takes HTML as text, in several messages if it is long', async () => {
    const at = '2023-05-01T10:00:00.000Z'
    const html = (body: string) => ({ ...oldMessage(body, at), bodyFormat: 'HTML' })
    const long = `<p>${'word '.repeat(3_000)}</p>`.repeat(2)
    const { messages } = await importOne({
      messages: [html('<p>One</p><ul><li>Two <b>x</b></li></ul><style>p {}</style>'), html(long)],
    })
    expect(messages[0].body).toBe('One\n\n- Two x')
    expect(messages).toHaveLength(3)
  })

  test.for([
    ['its address', '<img src="https://acme.com/a.png">', 'https://acme.com/a.png'],
    [
      'its address and name',
      'See<img src="https://acme.com/a.png" alt="The\nerror">!',
      'See The error <https://acme.com/a.png> !',
    ],
    [
      'its name without an address',
      '<p>See</p><img src="data:image/png;base64,AA" alt="Error">',
      'See\n\n[Error]',
    ],
    ['a word if it has no name', '<img src="cid:1@acme"><p><img src="/attachments/2">', '[image]\n\n[image]'],
    [
      'that of the link around it',
      '<a href="https://acme.com/b.png"><img src="/b-small.png"></a>',
      'https://acme.com/b.png',
    ],
    ['nothing for one that nobody sees', 'See<img src="https://acme.com/a.gif" width="1">', 'See'],
    [
      'nothing for one of no pixels',
      'See<img src="https://acme.com/a.gif" style="width:0;height:0px">',
      'See',
    ],
    ['nothing for a hidden one', 'See<p style="display:none"><img src="https://acme.com/a.gif"></p>', 'See'],
  ] as const)('has for a picture in HTML %s', async ([, body, text]) => {
    const message = { ...oldMessage(body, '2023-05-01T10:00:00.000Z'), bodyFormat: 'HTML' }
    expect((await importOne({ messages: [message] })).messages[0].body).toBe(text)
  })

  test('has the files that were uploaded for it', async () => {
    const attachmentIds = [await upload(key)]
    const at = '2023-05-01T10:00:00.000Z'
    const ticket = { messages: [{ ...oldMessage('See the picture', at), attachmentIds }] }
    const { number } = await importOne(ticket)
    const read = await key.ask(
      'query ($number: Int!) { ticketByNumber(number: $number) { lastMessage { attachments { name url } } } }',
      { number },
    )
    const [file] = read.ticketByNumber.lastMessage.attachments
    expect(file.name).toBe('screen.png')
    expect((await fetch(file.url)).status).toBe(200)
  })

  test('is found by its words', async () => {
    const { number } = await importOne({ subject: 'Xylophone broken' })
    const { tickets } = await key.ask(
      '{ tickets(filter: { search: "xylophone" }) { edges { node { number } } } }',
    )
    expect(tickets.edges).toEqual([{ node: { number } }])
  })
})
