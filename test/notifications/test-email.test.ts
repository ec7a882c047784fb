import { describe, expect, test } from 'vitest'
import { someone, startEmailing } from '../support/emailing.ts'

const { company, server } = await startEmailing()

describe('a test email', () => {
  test('is sent to the administrator who requests it, from the website', async () => {
    const { team, ada } = await company({ emailFromName: 'Acme Support' })
    expect(await team.run('sendTestEmail', {}, 'to')).toMatchObject({ to: ada })
    const [email] = server.to(ada)
    expect(email?.from?.value).toEqual([{ name: 'Acme Support', address: 'tickets@example.test' }])
    expect(email?.recipients).toEqual([ada])
    expect(email?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(email?.text).toBeTruthy()
    expect(email?.html).toBeTruthy()
  })

  test('can be sent to another operator, and by a key', async () => {
    const { team, key, olaf } = await company()
    await team.run('sendTestEmail', { to: olaf }, 'to')
    await key.run('sendTestEmail', { to: ` ${olaf.toUpperCase()} ` }, 'to')
    expect(server.to(olaf)).toHaveLength(2)
    const ids = server.to(olaf).map(({ messageId }) => messageId)
    expect(new Set(ids).size, 'each is an email of its own').toBe(2)
  })

  test('is only sent to operators', async () => {
    const [here, elsewhere] = [await company(), await company()]
    const jane = someone('jane')
    await here.customer(jane)
    const agents = (await here.team.ask('{ website { operators { id email: email } } }')).website.operators
    const { id } = agents.find(({ email }: { email: string }) => email === here.olaf)
    await here.team.run('removeOperator', { id }, '__typename')
    const others = [jane, someone('stranger'), elsewhere.ada, here.olaf, '', 'a@b,c@d']
    const sent = () => others.flatMap((to) => server.to(to)).length
    const before = sent()
    for (const to of others) {
      const result = await here.team.attempt('sendTestEmail', { to })
      expect(result, to).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: ['input', 'to'] }] })
    }
    expect(await here.key.attempt('sendTestEmail', {}), 'a key has no address').toMatchObject({
      __typename: 'InvalidInput',
    })
    expect(sent()).toBe(before)
  })

  test('is not available to agents', async () => {
    const { operator, olaf } = await company()
    const { errors } = await (await operator(olaf)).send(
      'mutation { sendTestEmail(input: {}) { __typename } }',
    )
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect(server.to(olaf)).toEqual([])
  })

  test('that the mail server refuses shows its response', async () => {
    const { team, ada } = await company()
    server.mood = (recipient) => (recipient === ada ? 550 : undefined)
    expect(await team.attempt('sendTestEmail', {})).toEqual({
      __typename: 'NotDelivered',
      message: '550 not now',
    })
    server.mood = () => undefined
    await server.down()
    const refused = await team.attempt('sendTestEmail', {})
    expect(refused).toMatchObject({
      __typename: 'NotDelivered',
      message: 'The mail server could not be reached',
    })
    await server.up()
    expect(await team.run('sendTestEmail', {}, 'to')).toMatchObject({ to: ada })
    expect(server.to(ada)).toHaveLength(1)
  })
})
