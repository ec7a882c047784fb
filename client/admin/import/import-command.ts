import { AdminImportTicketsDocument, type ImportedTicketInput } from '../../graphql/admin-operations.ts'
import type { Ask } from '../api.ts'
import { command } from '../command.ts'
import { Failure, WrongUsage } from '../failures.ts'
import { payloadOf } from '../result.ts'
import { batches, maxSize, sizeOf } from './batches.ts'
import { finish } from './finish.ts'
import type { Reader } from './old-ticket.ts'
import { patient } from './patient.ts'
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
    prefix: {
      value: 'TEXT',
      about:
        'What their external ids begin with: without it, tickets 35 of two systems would be the same. By default the ' +
        'system and a hyphen; for csv nothing.',
    },
    'dry-run': { value: '', about: 'Reports what an import would do, but writes nothing.', flag: true },
  },
  async run({ values: { from, file, prefix = from === 'csv' ? '' : `${from}-`, 'dry-run': dryRun }, ask }) {
    const report = new Report(dryRun)
    const send = sender(patient(ask), dryRun)
    try {
      for await (const batch of batches(read(readers[from], file, prefix, report))) await send(batch, report)
      if (report.isEmpty) throw new Failure(`There are no ${from} tickets in ${file.join(', ')}`)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      return { ...report.answer(), failure: error.message }
    }
    return report.answer()
  },
})

type Tickets = AsyncGenerator<ImportedTicketInput>

async function* read(reader: Reader, files: string[], prefix: string, report: Report): Tickets {
  const seen = new Set<string>()
  try {
    for await (const found of reader(files)) {
      const externalId = `${prefix}${found.externalId}`
      report.leftOut += found.leftOut
      const finished = finish({ ...found, externalId })
      const isRepeated = seen.has(externalId)
      seen.add(externalId)
      if (found.externalId === '') report.skipped(externalId, 'it has no id')
      else if (isRepeated) report.skipped(externalId, 'its id appeared earlier in the files')
      else if (typeof finished === 'string') report.skipped(externalId, finished)
      else if (sizeOf(finished.ticket) > maxSize) report.skipped(externalId, 'it is too large for one call')
      else {
        report.noted(externalId, finished.losses)
        yield finished.ticket
      }
    }
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR')
      throw new WrongUsage(`There is no file ${path ?? files.join(', ')}`)
    throw error
  }
}

const sender = (ask: Ask, dryRun: boolean) => async (tickets: ImportedTicketInput[], report: Report) => {
  const { importTickets } = await ask(AdminImportTicketsDocument, { input: { tickets, dryRun } })
  const { imported } = payloadOf(importTickets)
  for (const [at, { externalId, created, issues }] of imported.entries()) {
    const ticket = tickets[at]
    const reasons = issues.map(({ path, message }) => `${path.slice(3).join('.')}: ${message}`)
    if (created && ticket) {
      report.created(ticket)
      report.noted(externalId, reasons)
    } else if (issues.length > 0) report.skipped(externalId, reasons.join('; '))
    else report.known++
  }
}
