import { z } from 'zod'
import type { OutputFields } from '../api/builder.ts'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import type { Transaction } from '../database/db.ts'
import { changeSettings } from './change.ts'
import { moved, renumber } from './ordered-list.ts'

interface Item {
  id: string
}

interface Found<Result> {
  items: Item[]
  item: Item
  result: Result
  /** For the audit log, which adds the position. */
  details: Record<string, string>
}

interface Options<Result> {
  description: string
  type: 'Category' | 'Faq' | 'CategoryField'
  /** What an item is called. */
  called: string
  /** The item and its list. Throws NotFound. */
  find: (tx: Transaction, websiteId: string, id: string) => Promise<Found<Result>>
  payload: (t: OutputFields<Result>) => object
}

/** A mutation that moves an item of a list. */
export function moveMutation<Result extends object>(name: string, options: Options<Result>): void {
  const { description, type, called, find, payload } = options
  mutation(name, {
    description,
    scope: { writeSettings: true },
    fields: (t) => ({
      id: t.id({ required: true, description: `Global id of the ${called}.` }),
      position: t.int({
        required: true,
        description: 'New position, starting at 1; anything past the end means the end.',
      }),
    }),
    input: z.object({ id: globalId(type), position: z.int().min(1) }),
    errors: [NotFound],
    work: ({ id, position }, context): Promise<Result> =>
      changeSettings(context, name, async (tx, websiteId) => {
        const { items, item, result, details } = await find(tx, websiteId, id)
        await renumber(tx, type, moved(items, item, position))
        return { result, details: { ...details, position } }
      }),
    payload,
  })
}
