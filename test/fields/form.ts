import type { Client } from '../support/client.ts'

/** A category whose form has a field of each type, and one that is only shown with the plan Pro. */
export async function createForm(key: Client): Promise<string> {
  const { category } = await key.run('createCategory', { name: crypto.randomUUID() }, 'category { id }')
  const fields = [
    { name: 'order', label: 'Order', type: 'TEXT', pattern: '[A-Z]{2}-\\d+', hint: 'Such as AB-12' },
    { name: 'plan', label: 'Plan', type: 'CHOICE', choices: ['Free', 'Pro'], required: true },
    {
      name: 'seats',
      label: 'Seats',
      type: 'NUMBER',
      shownIf: 'plan',
      shownIfValues: ['Pro'],
      required: true,
    },
    { name: 'urgent', label: 'Urgent', type: 'CHECKBOX' },
    { name: 'reason', label: 'Reason', type: 'TEXT', shownIf: 'urgent' },
  ]
  for (const field of fields) {
    await key.run('createCategoryField', { categoryId: category.id, ...field }, '__typename')
  }
  return category.id
}
