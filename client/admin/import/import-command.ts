import { AdminImportTicketsDocument, type ImportedTicketInput } from '../../graphql/admin-operations.ts'
import type { Ask } from '../api.ts'
import { command } from '../command.ts'
import { WrongUsage } from '../failures.ts'
import { payloadOf } from '../result.ts'
import { batches, maxSize, sizeOf } from './batches.ts'
import { finish } from './finish.ts'
import type { Reader } from './old-ticket.ts'
import { Report } from './report.ts'
import { crisp } from './vendors/crisp.ts'
import { csv } from './vendors/csv.ts'
import { freshdesk } from './vendors/freshdesk.ts'
import { intercom } from './vendors/intercom.ts'
import { zendesk } from './vendors/zendesk.ts'

const readers = { crisp, zendesk, freshdesk, intercom, csv }

export const importTickets = command({
  about:
    'Imports tickets from another system’s files. Run it again to continue: tickets already imported ' +
    'are left unchanged.',
  main: 'from',
  rest: 'file',
  options: {
    from: {
      value: 'SYSTEM',
      about: 'System that wrote the files.',
      required: true,
      choices: ['crisp', 'zendesk', 'freshdesk', 'intercom', 'csv'],
    },
    file: { value: 'FILE', about: 'File to read, of any size.', required: true, multiple: true },
    'dry-run': { value: '', about: 'Reads the files and reports, but writes nothing.', flag: true },
  },
  async run({ values: { from, file, 'dry-run': dryRun }, ask }) {
    const report = new Report(dryRun)
    for await (const batch of batches(read(readers[from], file, report))) {
      if (dryRun) for (const ticket of batch) report.created(ticket)
      else await send(ask, batch, report)
    }
    return report.answer()
  },
})

async function* read(reader: Reader, files: string[], report: Report): AsyncGenerator<ImportedTicketInput> {
  try {
    for await (const found of reader(files)) {
      report.leftOut += found.leftOut
      const ticket = finish(found)
      if (typeof ticket === 'string') report.skipped(found.externalId, ticket)
      else if (sizeOf(ticket) > maxSize) report.skipped(found.externalId, 'it is too large for one call')
      else yield ticket
    }
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR')
      throw new WrongUsage(`There is no file ${path ?? files.join(', ')}`)
    throw error
  }
}

async function send(ask: Ask, tickets: ImportedTicketInput[], report: Report): Promise<void> {
  const { importTickets } = await ask(AdminImportTicketsDocument, { input: { tickets } })
  const { imported } = payloadOf(importTickets)
  for (const [at, { externalId, created, issues }] of imported.entries()) {
    const ticket = tickets[at]
    const reasons = issues.map(({ path, message }) => `${path.slice(3).join('.')}: ${message}`)
    if (created && ticket) report.created(ticket, reasons)
    else if (issues.length > 0) report.skipped(externalId, reasons.join('; '))
    else report.known++
  }
}
