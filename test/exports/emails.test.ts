import { expect, test } from 'vitest'
import { messageIdOf, mime, newPostman } from '../inbound/postman.ts'
import { startReceivingEmails } from '../support/emailing.ts'
import { idle } from '../support/jobs.ts'

const { origin, company, inboundPort } = await startReceivingEmails()
const { replyAddress, post, settled } = await newPostman(origin, inboundPort)
const jane = 'jane@example.com'
const joe = 'joe@example.com'

test('the export of a person has the emails that they sent, without the addresses that let others write as them', async () => {
  const website = await company()
  const id = await website.open(jane, { participants: [joe] })
  const own = await replyAddress(id, jane)
  const joes = await replyAddress(id, joe, 'PARTICIPANT')
  const quoted = `On Mon, Nov 30, 2026 at 10:00 AM Acme <${own}> wrote:\r\n> Restart it`
  for (const [to, from, body] of [
    [own, jane, `It prints\r\n\r\n${quoted}`],
    [joes, joe, 'Mine, too'],
  ] as const) {
    const raw = mime({ to, from, body })
    expect(await post(raw)).toBeLessThan(300)
    expect(await settled(messageIdOf(raw))).toMatchObject({ state: 'POSTED' })
  }
  const { export: queued } = await website.team.run('exportCustomer', { email: jane }, 'export { id }')
  await idle()
  const { node } = await website.team.ask(`{ node(id: "${queued.id}") { ... on Export { url } } }`)
  const file = await (await fetch(node.url)).text()
  const lines = file
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const message = lines.find(({ type, body }) => type === 'message' && body === 'It prints')
  expect(lines.filter(({ type }) => type === 'email')).toEqual([
    {
      type: 'email',
      messageId: message.id,
      receivedAt: expect.any(String),
      from: jane,
      subject: 'Re: Help',
      text: expect.stringMatching(/^It prints\s.*wrote:\s+> Restart it$/s),
      attachments: [],
    },
  ])
  const tokens = [own, joes].map((address) => address.split('@')[0] ?? '')
  expect(tokens.filter((token) => file.includes(token))).toEqual([])
})
