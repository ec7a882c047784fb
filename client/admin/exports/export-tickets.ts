import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  AdminCreateExportDocument,
  AdminExportCustomerDocument,
  AdminExportDocument,
} from '../../graphql/admin-operations.ts'
import type { Ask } from '../api.ts'
import { command } from '../command.ts'
import { Failure, WrongUsage } from '../failures.ts'
import { payloadOf } from '../result.ts'
import { enumValue } from '../words.ts'

/** Milliseconds between questions whether the export is complete. */
const pollInterval = 500

export const exportTickets = command({
  about: 'Prints all tickets with their messages, or what is stored about one person.',
  options: {
    format: {
      value: 'FORMAT',
      about: 'One object per line, or one row per message.',
      choices: ['jsonl', 'csv'],
      fallback: 'jsonl',
    },
    since: { value: 'TIME', about: 'Only tickets that have changed since then: 2026-05-04T09:30:00Z.' },
    customer: { value: 'EMAIL', about: 'Only what is stored about this person, as jsonl.' },
  },
  async run({ values: { format, since, customer }, ask }) {
    if (customer && (since || format !== 'jsonl'))
      throw new WrongUsage('--customer cannot be combined with --since or with another --format than jsonl')
    const id = await request(ask, { format, since, customer })
    const response = await fetch(await addressOf(ask, id))
    if (!response.ok || !response.body)
      throw new Failure(`The server responded with status ${response.status}`)
    await pipeline(response.body, process.stdout, { end: false })
    return null
  },
})

interface Wanted {
  format: 'jsonl' | 'csv'
  since: string | undefined
  customer: string | undefined
}

async function request(ask: Ask, { format, since, customer }: Wanted): Promise<string> {
  if (customer) {
    const { exportCustomer } = await ask(AdminExportCustomerDocument, { input: { email: customer } })
    return payloadOf(exportCustomer).export.id
  }
  const input = { format: enumValue(format), since: since ?? null }
  const { createExport } = await ask(AdminCreateExportDocument, { input })
  return payloadOf(createExport).export.id
}

async function addressOf(ask: Ask, id: string): Promise<string> {
  for (;;) {
    const { node } = await ask(AdminExportDocument, { id })
    if (!node || !('url' in node)) throw new Failure('The export was deleted: somebody has just been erased')
    if (node.url) return node.url
    await sleep(pollInterval)
  }
}
