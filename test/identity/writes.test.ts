import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { byCaller, everyCaller } from '../support/callers.ts'
import { type Answer, capitalize } from '../support/client.ts'
import { mutationsOf } from '../support/mutations.ts'
import { settingsMutations } from '../support/settings-mutations.ts'

const { origin, rootKey } = await startApp()
const { schema } = await import('../../server/schema.ts')
const { website, owner, callers, newTicket } = await everyCaller(origin, rootKey)
const { websiteId } = website
const mutations = await mutationsOf(websiteId, owner.renewalToken)

/** The answer in one word. */
function verdictOf({ data, errors }: Answer, mutation: string): string {
  if (errors) return errors.map(({ extensions }) => extensions.code).join()
  const { __typename } = data[mutation]
  return __typename === `${capitalize(mutation)}Payload` ? 'ok' : __typename
}

describe('the table of callers and mutations', () => {
  test('has every mutation of the schema', async () => {
    const all = Object.keys(schema.getMutationType()?.getFields() ?? {})
    const known = Object.keys({ ...mutations, ...(await settingsMutations(websiteId)) })
    expect(known.sort()).toEqual(all.sort())
  })
})

describe('who may', () => {
  test.for(Object.entries(mutations))('%s', async ([mutation, { verdicts, input }]) => {
    const operation = `mutation ($input: ${capitalize(mutation)}Input!) { ${mutation}(input: $input) { __typename } }`
    const answers: Record<string, string> = {}
    let given: object | undefined
    for (const [caller, client] of Object.entries(callers)) {
      given ??= await input((await newTicket()).id)
      const answer = verdictOf(await client.send(operation, { input: given }), mutation)
      answers[caller] = answer
      // Where it was refused, nothing has changed.
      if (answer === 'ok') given = undefined
    }
    expect(answers).toEqual(byCaller(callers, verdicts))
  })

  test('is decided before the input is validated', async () => {
    const { errors } = await callers.reader.send(
      'mutation { reply(input: { ticketId: "nonsense", body: "" }) { __typename } }',
    )
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
  })
})
