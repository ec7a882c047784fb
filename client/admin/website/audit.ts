import { AdminAuditDocument } from '../../graphql/admin-operations.ts'
import { command } from '../command.ts'
import { settingsOf } from '../result.ts'
import { table } from '../table.ts'
import { minute, wholeNumber } from '../words.ts'

export const audit = command({
  about: 'Shows who changed settings or revealed secrets, newest first.',
  main: 'first',
  options: { first: { value: 'NUMBER', about: 'Number of entries, at most 100.', fallback: '25' } },
  async run({ values, ask }) {
    const { website } = await ask(AdminAuditDocument, { first: wholeNumber('first', values.first) })
    const events = settingsOf(website).auditEvents.edges.map(({ node }) => ({
      at: node.createdAt,
      by: node.actor?.name ?? null,
      action: node.action,
      details: Object.fromEntries(node.details.map(({ name, value }) => [name, value])),
    }))
    const rows = events.map(({ at, by, action, details }) => [
      minute(at),
      by ?? 'root key',
      action,
      Object.entries(details)
        .map(([name, value]) => `${name}=${value}`)
        .join(' '),
    ])
    return { json: { events }, text: table(rows, 'No entries.') }
  },
})
