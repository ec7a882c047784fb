import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const shown = 'label hint choices choiceLabels'
const german = {
  locale: 'de',
  label: 'Tarif',
  hint: 'Steht auf der Rechnung',
  choices: [{ choice: 'Pro', label: 'Profi' }],
}
const plan = {
  name: 'plan',
  label: 'Plan',
  hint: 'On your invoice',
  type: 'CHOICE',
  choices: ['Free', 'Pro'],
}
const original = { label: 'Plan', hint: 'On your invoice', choices: plan.choices, choiceLabels: plan.choices }
const inGerman = { ...original, label: 'Tarif', hint: german.hint, choiceLabels: ['Free', 'Profi'] }

async function translated() {
  const website = await createTestWebsite(origin, rootKey)
  const { category } = await website.key.run('createCategory', { name: 'Billing' }, 'category { id }')
  const input = { ...plan, categoryId: category.id, translations: [german] }
  const { field } = await website.key.run('createCategoryField', input, 'field { id }')
  const read = async (locale: string) => {
    const customer = await website.customer(`${locale}@example.com`, { locale })
    return (await customer.ask(`{ website { categories { fields { ${shown} } } } }`)).website.categories[0]
      .fields[0]
  }
  return { ...website, categoryId: category.id, id: field.id, read }
}

test('customers see a field in their language, and choose what the team reads in its own', async () => {
  const { read, key, customer, categoryId } = await translated()
  expect(await read('de-AT')).toEqual(inGerman)
  expect(await read('fr')).toEqual(original)
  const all = `{ website { categories { fields { ${shown} translations { locale label hint choices { choice label } } } } } }`
  expect((await key.ask(all)).website.categories[0].fields).toEqual([{ ...original, translations: [german] }])
  const jane = await customer('jane@example.com', { locale: 'de' })
  const input = { subject: 'S', body: 'B', categoryId, fields: [{ name: 'plan', value: 'Pro' }] }
  const { ticket } = await jane.run('openTicket', input, 'ticket { fields { label value } }')
  expect(ticket.fields).toEqual([{ label: 'Plan', value: 'Pro' }])
})

test('a translation stays with its choice when choices are moved, and is left out with it', async () => {
  const { read, key, id } = await translated()
  await key.run('updateCategoryField', { id, choices: ['Pro', 'Max'] }, '__typename')
  expect((await read('de')).choiceLabels).toEqual(['Profi', 'Max'])
  await key.run(
    'updateCategoryField',
    { id, hint: '', translations: [{ locale: 'de', label: 'Tarif' }] },
    '__typename',
  )
  expect(await read('de')).toEqual({
    label: 'Tarif',
    hint: null,
    choices: ['Pro', 'Max'],
    choiceLabels: ['Pro', 'Max'],
  })
  await key.run('updateCategoryField', { id, translations: [] }, '__typename')
  expect((await read('de')).label).toBe('Plan')
})
