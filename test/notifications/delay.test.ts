import { describe, expect, test } from 'vitest'
import type { Client } from '../support/client.ts'
import { someone, startOwnEmailing } from '../support/emailing.ts'

const { company, kindsTo, fates, pass, server } = await startOwnEmailing({ MAIL_DELAY_SECONDS: '3' })
/** Seconds: long enough that nothing becomes due on its own. */
const delay = 3_000
const { open, reply, customer, team } = await company({ emailDelaySeconds: delay })

async function conversation() {
  const email = someone('jane')
  const ticketId = await open(email)
  return { email, ticketId, client: await customer(email) }
}
const read = (client: Client, ticketId: string, position: number) =>
  client.run('markTicketRead', { ticketId, position }, 'ticket { id }')
const setStatus = (client: Client, ticketId: string, status: string) =>
  client.run('setTicketStatus', { ticketId, status }, 'ticket { id }')

describe.concurrent('a reply', () => {
  test('is emailed after the delay, not before', async () => {
    const { email, ticketId } = await conversation()
    await reply(ticketId, 'Use the extinguisher')
    await pass(ticketId, delay - 100)
    expect(await kindsTo(email)).toEqual(['RECEIVED'])
    await pass(ticketId, 101)
    expect(await kindsTo(email)).toEqual(['RECEIVED', 'REPLIED'])
  })

  test('sends nothing if it is read within the delay', async () => {
    const { email, ticketId, client } = await conversation()
    await reply(ticketId, 'Use the extinguisher')
    await read(client, ticketId, 2)
    await pass(ticketId, delay + 1)
    expect(await kindsTo(email)).toEqual(['RECEIVED'])
    await reply(ticketId, 'And leave the house')
    await pass(ticketId, delay + 1)
    expect(await kindsTo(email)).toEqual(['RECEIVED', 'REPLIED'])
    expect(server.to(email)[1]?.text).not.toContain('extinguisher')
  })

  test('sends nothing if the customer answers live', async () => {
    const { email, ticketId, client } = await conversation()
    await reply(ticketId, 'Use the extinguisher')
    await reply(ticketId, 'Done', client)
    await pass(ticketId, delay + 1)
    expect(await kindsTo(email)).toEqual(['RECEIVED'])
  })

  test('shares one email with others, in order', async () => {
    const { email, ticketId } = await conversation()
    const words = ['First', 'Second', 'Third']
    for (const word of words) await reply(ticketId, `${word} advice`)
    await pass(ticketId, delay + 1)
    expect(await kindsTo(email)).toEqual(['RECEIVED', 'REPLIED'])
    const [, arrived] = await server.count(email, 2)
    for (const text of [arrived?.text, arrived?.html || '']) {
      const places = words.map((word) => String(text).lastIndexOf(`${word} advice`))
      expect(places[0]).toBeGreaterThan(0)
      expect(places).toEqual([...places].sort((one, other) => one - other))
    }
  })

  test('shares one email with a burst of fifty', async () => {
    const { email, ticketId } = await conversation()
    const bodies = Array.from({ length: 50 }, (_, index) => `Advice ${index}.`)
    await Promise.all(bodies.slice(1).map((body) => reply(ticketId, body)))
    await reply(ticketId, 'The last word')
    await pass(ticketId, delay + 1)
    expect(await kindsTo(email)).toEqual(['RECEIVED', 'REPLIED'])
    expect(server.to(email)[1]?.text).toContain('The last word')
  })
})

describe.concurrent('a ticket', () => {
  test('that is answered and solved within the delay sends one email', async () => {
    const { email, ticketId } = await conversation()
    await reply(ticketId, 'Use the extinguisher')
    await setStatus(team, ticketId, 'SOLVED')
    await pass(ticketId, delay + 1)
    expect(await kindsTo(email)).toEqual(['RECEIVED', 'SOLVED'])
    expect(server.to(email)[1]?.text).toContain('Use the extinguisher')
  })

  test('sends an email each time it is solved', async () => {
    const { email, ticketId } = await conversation()
    await pass(ticketId, delay + 1)
    expect(await kindsTo(email)).toEqual(['RECEIVED'])
    await setStatus(team, ticketId, 'SOLVED')
    await pass(ticketId, delay + 1)
    expect(await kindsTo(email)).toEqual(['RECEIVED', 'SOLVED'])
    await setStatus(team, ticketId, 'OPEN')
    await reply(ticketId, 'Not yet, it seems')
    await setStatus(team, ticketId, 'SOLVED')
    await pass(ticketId, delay + 1)
    expect(await kindsTo(email)).toEqual(['RECEIVED', 'SOLVED', 'SOLVED'])
  })

  test('that is solved and reopened within the delay sends nothing', async () => {
    const { email, ticketId, client } = await conversation()
    await setStatus(team, ticketId, 'SOLVED')
    await setStatus(client, ticketId, 'OPEN')
    await pass(ticketId, delay + 1)
    expect(await kindsTo(email)).toEqual(['RECEIVED'])
  })

  test('that is solved and answered by its customer within the delay sends nothing', async () => {
    const { email, ticketId, client } = await conversation()
    await setStatus(team, ticketId, 'SOLVED')
    await reply(ticketId, 'It burns still', client)
    await pass(ticketId, delay + 1)
    expect(await fates(email)).toEqual(['RECEIVED SENT'])
  })

  test('that is solved by its customer sends nothing', async () => {
    const { email, ticketId, client } = await conversation()
    await setStatus(client, ticketId, 'SOLVED')
    await pass(ticketId, delay + 1)
    expect(await kindsTo(email)).toEqual(['RECEIVED'])
  })
})

describe('the delay', () => {
  test('is the server’s unless the website sets one', async () => {
    const usual = await company()
    const email = someone('jane')
    const ticketId = await usual.open(email)
    await server.count(email, 1)
    const written = Date.now()
    await usual.reply(ticketId, 'Use the extinguisher')
    await server.count(email, 2)
    expect(Date.now() - written).toBeGreaterThanOrEqual(3_000)
  })

  test('is the website’s if an administrator sets one', async () => {
    const quick = await company()
    await quick.team.run('updateEmailSettings', { delaySeconds: 0 }, 'website { id }')
    const email = someone('jane')
    const ticketId = await quick.open(email)
    await quick.reply(ticketId, 'Use the extinguisher')
    expect(await kindsTo(email)).toContain('REPLIED')
    await quick.team.run('updateEmailSettings', { delaySeconds: delay }, 'website { id }')
    await quick.reply(ticketId, 'And leave the house')
    expect(await kindsTo(email)).toHaveLength(2)
    await pass(ticketId, delay + 1)
    expect(await kindsTo(email)).toHaveLength(3)
  })
})
