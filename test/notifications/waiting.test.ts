import { describe, expect, test } from 'vitest'
import { rowId, someone, startEmailing } from '../support/emailing.ts'

const { company, server, db, idle, hurry, fates } = await startEmailing()
/** Addresses that the mail server defers. */
const busy = new Set<string>()
server.mood = (recipient) => (busy.has(recipient) ? 450 : undefined)

/** Jane's ticket, which Paul follows, in a company, with a reply whose emails to both are queued. */
async function answered() {
  const made = await company()
  const [jane, paul] = [someone('jane'), someone('paul')]
  await made.acquaint(jane, paul)
  const ticketId = await made.open(jane, { participants: [paul] })
  await idle()
  busy.add(jane).add(paul)
  await made.reply(ticketId, 'Use the extinguisher')
  await idle()
  return { ...made, jane, paul, ticketId, client: await made.customer(jane) }
}

/** Olaf's ticket, with a queued email to him. */
async function assigned() {
  const made = await company()
  const olaf = await made.operator(made.olaf)
  await olaf.run('setNotifications', { notifications: 'ASSIGNED' }, 'operator { id }')
  const operatorId: string = (await olaf.ask('{ viewer { ... on Operator { id } } }')).viewer.id
  const jane = someone('jane')
  const ticketId = await made.open(jane)
  await idle()
  busy.add(made.olaf)
  await made.team.run('assignTicket', { ticketId, operatorId }, 'ticket { id }')
  await idle()
  await made.reply(ticketId, 'It burns still', await made.customer(jane))
  await idle()
  return { ...made, operatorId, client: olaf, ticketId }
}

type Scene = { ticketId: string; email: string }
const threadOf = ({ ticketId, email }: Scene) => ({ ticketId: rowId(ticketId), email })

/** What happens while an email is queued, with its recipient and outcome. */
const changes: Record<string, { happens: () => Promise<Scene>; fate: string }> = {
  'nothing at all': {
    happens: async () => {
      const { ticketId, jane: email } = await answered()
      return { ticketId, email }
    },
    fate: 'REPLIED SENT',
  },
  'the customer reads it': {
    happens: async () => {
      const { client, ticketId, jane: email } = await answered()
      await client.run('markTicketRead', { ticketId, position: 2 }, 'ticket { id }')
      return { ticketId, email }
    },
    fate: 'REPLIED SKIPPED The recipient has already read it',
  },
  'the participant reads it': {
    happens: async () => {
      const { customer, ticketId, paul: email } = await answered()
      await (await customer(email)).run('markTicketRead', { ticketId, position: 2 }, 'ticket { id }')
      return { ticketId, email }
    },
    fate: 'REPLIED SKIPPED The recipient has already read it',
  },
  'the participant is removed': {
    happens: async () => {
      const { client, ticketId, paul: email } = await answered()
      await client.run('removeParticipant', { ticketId, email }, 'ticket { id }')
      return { ticketId, email }
    },
    fate: 'REPLIED SKIPPED The recipient no longer follows the ticket',
  },
  'the customer mutes the ticket': {
    happens: async () => {
      const { ticketId, jane: email } = await answered()
      await db.emailThread.updateMany({ where: threadOf({ ticketId, email }), data: { mutedAt: new Date() } })
      return { ticketId, email }
    },
    fate: 'REPLIED SKIPPED The recipient muted the ticket',
  },
  'the participant mutes the website': {
    happens: async () => {
      const { websiteId, ticketId, paul: email } = await answered()
      await db.emailMute.create({ data: { websiteId, email } })
      return { ticketId, email }
    },
    fate: 'REPLIED SKIPPED The recipient turned emails off',
  },
  'the operator is removed': {
    happens: async () => {
      const { team, operatorId: id, ticketId, olaf: email } = await assigned()
      await team.run('removeOperator', { id }, '__typename')
      return { ticketId, email }
    },
    fate: 'TEAM_REPLIED SKIPPED The recipient is no longer an operator',
  },
  'the operator chooses to get none': {
    happens: async () => {
      const { client, ticketId, olaf: email } = await assigned()
      await client.run('setNotifications', { notifications: 'NONE' }, 'operator { id }')
      return { ticketId, email }
    },
    fate: 'TEAM_REPLIED SKIPPED The recipient turned emails off',
  },
  'somebody else is assigned': {
    happens: async () => {
      const { team, ticketId, olaf: email } = await assigned()
      await team.run('assignTicket', { ticketId, operatorId: null }, 'ticket { id }')
      return { ticketId, email }
    },
    fate: 'TEAM_REPLIED SKIPPED The ticket is no longer assigned to the recipient',
  },
  'another operator reads it': {
    happens: async () => {
      const { team, ticketId, olaf: email } = await assigned()
      await team.run('markTicketRead', { ticketId, position: 2 }, 'ticket { id }')
      return { ticketId, email }
    },
    fate: 'TEAM_REPLIED SKIPPED The team has already read it',
  },
}

describe.concurrent('a queued email, when', () => {
  test.for(Object.entries(changes))('%s', async ([, { happens, fate }]) => {
    const { ticketId, email } = await happens()
    expect(server.to(email).filter(({ text }) => /extinguisher|still/.test(text ?? ''))).toEqual([])
    busy.delete(email)
    await hurry(ticketId)
    expect((await fates(email)).at(-1)).toBe(fate)
    const arrived = server.to(email).filter(({ text }) => /extinguisher|still/.test(text ?? ''))
    expect(arrived).toHaveLength(fate.endsWith('SENT') ? 1 : 0)
  })
})

describe.concurrent('a skipped email is sent after all', () => {
  test('when its reader is invited again', async () => {
    const { open, customer } = await company()
    const [jane, paul] = [someone('jane'), someone('paul')]
    const client = await customer(jane)
    busy.add(paul)
    const ticketId = await open(jane, { participants: [paul] })
    await idle()
    await client.run('removeParticipant', { ticketId, email: paul }, 'ticket { id }')
    busy.delete(paul)
    await hurry(ticketId)
    expect(await fates(paul)).toEqual(['INVITED SKIPPED The recipient no longer follows the ticket'])
    await client.run('addParticipant', { ticketId, email: paul }, 'ticket { id }')
    expect((await fates(paul))[1]).toBe('INVITED SENT')
    expect(server.to(paul)).toHaveLength(1)
  })

  test('when the ticket is solved again', async () => {
    const { open, team, customer } = await company()
    const jane = someone('jane')
    const client = await customer(jane)
    const ticketId = await open(jane)
    await idle()
    busy.add(jane)
    const set = (status: string) => team.run('setTicketStatus', { ticketId, status }, 'ticket { id }')
    await set('SOLVED')
    await idle()
    await client.run('setTicketStatus', { ticketId, status: 'OPEN' }, 'ticket { id }')
    busy.delete(jane)
    await hurry(ticketId)
    expect((await fates(jane))[1]).toBe('SOLVED SKIPPED The recipient has already read it')
    await set('SOLVED')
    expect((await fates(jane))[2]).toBe('SOLVED SENT')
    expect(server.to(jane)).toHaveLength(2)
  })
})
