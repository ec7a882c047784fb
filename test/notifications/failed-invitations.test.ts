import { expect, test } from 'vitest'
import type { Client } from '../support/client.ts'
import { someone, startEmailing } from '../support/emailing.ts'
import { load } from '../support/page.ts'

const { company, server, idle, db } = await startEmailing()
/** The mail server's refusals by address. */
const answers = new Map<string, number>()
server.mood = (recipient) => answers.get(recipient)

/** A company that adds Bob; the mail server refuses him with this code. */
async function invite(answer: number) {
  const made = await company()
  const bob = someone('bob')
  answers.set(bob, answer)
  const input = { name: 'Bob', email: bob, role: 'AGENT' }
  const { operator } = await made.team.run('addOperator', input, 'operator { id }')
  await idle()
  return { ...made, bob, id: operator.id as string }
}

async function invitationOf(client: Client, id: string) {
  const query =
    'query ($id: ID!) { node(id: $id) { ... on Operator { invitation { state attempts failure } } } }'
  return (await client.ask(query, { id })).node.invitation
}

test('a refused invitation is only visible to those who may read settings', async () => {
  const { team, key, customer, operator, olaf, id } = await invite(550)
  const refused = { state: 'FAILED', attempts: 1, failure: '550 not now' }
  expect([await invitationOf(team, id), await invitationOf(key, id)]).toEqual([refused, refused])
  const settings = await team.ask('{ website { settings { operators { id invitation { state } } } } }')
  expect(settings.website.settings.operators).toContainEqual({ id, invitation: { state: 'FAILED' } })
  for (const other of [await operator(olaf), await customer(someone('jane'))])
    expect(await invitationOf(other, id)).toBeNull()
})

test('a deferred invitation is visible, too', async () => {
  const { team, id } = await invite(450)
  await expect
    .poll(() => invitationOf(team, id))
    .toEqual({ state: 'QUEUED', attempts: 1, failure: '450 not now' })
})

test('a failed invitation is resent on request with a working link, a sent one is not', async () => {
  const { team, bob, id } = await invite(550)
  answers.delete(bob)
  await team.run('resendInvitation', { id }, 'operator { id }')
  const [email] = await server.count(bob, 1)
  await idle()
  expect(await invitationOf(team, id)).toEqual({ state: 'SENT', attempts: 1, failure: null })
  expect(await load(/https?:\S+/.exec(email.text ?? '')?.[0] ?? '')).toMatchObject({ status: 303 })
  expect(await team.attempt('resendInvitation', { id })).toMatchObject({ code: 'INVITATION_NOT_FAILED' })
  await team.run('removeOperator', { id }, '__typename')
  expect(await team.attempt('resendInvitation', { id })).toMatchObject({ __typename: 'NotFound' })
  expect(server.to(bob)).toHaveLength(1)
})

test('an operator is kept when the record of their invitation is deleted', async () => {
  const { forgetSignInLinks } = await import('../../server/operators/sign-in-link.ts')
  const { team, bob, id } = await invite(550)
  await db.signInLink.updateMany({ where: { email: bob }, data: { expiresAt: new Date(0) } })
  await forgetSignInLinks()
  expect(await invitationOf(team, id)).toBeNull()
})
