import { describe, expect, test } from 'vitest'
import { someone, startMailing } from '../support/emailing.ts'

const { company, server } = await startMailing()

describe('a test mail', () => {
  test('goes to the administrator who asks for it, from the website', async () => {
    const { team, ada } = await company({ mailFromName: 'Acme Support' })
    expect(await team.run('sendTestMail', {}, 'to')).toMatchObject({ to: ada })
    const [mail] = server.to(ada)
    expect(mail?.from?.value).toEqual([{ name: 'Acme Support', address: 'tickets@example.test' }])
    expect(mail?.recipients).toEqual([ada])
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail?.text).toBeTruthy()
    expect(mail?.html).toBeTruthy()
  })

  test('goes to another operator, also when a key asks', async () => {
    const { team, key, olaf } = await company()
    await team.run('sendTestMail', { to: olaf }, 'to')
    await key.run('sendTestMail', { to: ` ${olaf.toUpperCase()} ` }, 'to')
    expect(server.to(olaf)).toHaveLength(2)
    const ids = server.to(olaf).map(({ messageId }) => messageId)
    expect(new Set(ids).size, 'each is a mail of its own').toBe(2)
  })

  test('goes to operators alone', async () => {
    const [here, elsewhere] = [await company(), await company()]
    const jane = someone('jane')
    await here.customer(jane)
    const agents = (await here.team.ask('{ website { operators { id email: email } } }')).website.operators
    const { id } = agents.find(({ email }: { email: string }) => email === here.olaf)
    await here.team.run('removeOperator', { id }, '__typename')
    const before = server.mails.length
    for (const to of [jane, 'stranger@example.com', elsewhere.ada, here.olaf, '', 'a@b,c@d']) {
      const result = await here.team.attempt('sendTestMail', { to })
      expect(result, to).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: ['input', 'to'] }] })
    }
    expect(await here.key.attempt('sendTestMail', {}), 'a key has no address').toMatchObject({
      __typename: 'InvalidInput',
    })
    expect(server.mails).toHaveLength(before)
  })

  test('is refused to agents', async () => {
    const { operator, olaf } = await company()
    const { errors } = await (await operator(olaf)).send(
      'mutation { sendTestMail(input: {}) { __typename } }',
    )
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect(server.to(olaf)).toEqual([])
  })

  test('that the mail server does not take says so in its words', async () => {
    const { team, ada } = await company()
    server.mood = (recipient) => (recipient === ada ? 550 : undefined)
    expect(await team.attempt('sendTestMail', {})).toEqual({
      __typename: 'NotDelivered',
      message: '550 not now',
    })
    server.mood = () => undefined
    await server.down()
    const refused = await team.attempt('sendTestMail', {})
    expect(refused).toMatchObject({
      __typename: 'NotDelivered',
      message: 'The mail server could not be reached',
    })
    await server.up()
    expect(await team.run('sendTestMail', {}, 'to')).toMatchObject({ to: ada })
    expect(server.to(ada)).toHaveLength(1)
  })
})
