import { builder } from '../api/builder.ts'
import { connectionById, newestFirst } from '../api/newest-first.ts'
import { pageCost } from '../api/pagination.ts'
import { db } from '../database/db.ts'
import { WebsiteSettings } from '../settings/settings.ts'
import { administered } from '../settings/visibility.ts'
import { Integration } from './integration.ts'
import { Operator } from './operator.ts'

const AuditActor = builder.unionType('AuditActor', {
  description: 'Who made a change.',
  types: [Operator, Integration],
})

const AuditDetail = builder.objectRef<{ name: string; value: string }>('AuditDetail').implement({
  description: 'A detail of a change.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Name of the detail, such as `domain`, `role` or `overlapHours`.',
    }),
    value: t.exposeString('value', { description: 'New value as text. Never a secret.' }),
  }),
})

/** Mutations that had another name in 0.1.0, which their old entries keep. */
const renamed = new Map([
  ['updateMailSettings', 'updateEmailSettings'],
  ['sendTestMail', 'sendTestEmail'],
  ['discardQuarantinedMail', 'discardQuarantinedEmail'],
])

const AuditEvent = builder.prismaNode('AuditEvent', {
  description:
    'An entry in the audit log, which records changed settings, revealed secrets, exports, erased people and ' +
    'decisions about quarantined emails.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...administered(context) }),
  fields: (t) => ({
    action: t.string({
      description: 'Name of the mutation.',
      resolve: ({ action }) => renamed.get(action) ?? action,
    }),
    actor: t.field({
      type: AuditActor,
      description: 'Who made the change; null for the server’s root key.',
      nullable: true,
      resolve: ({ actorKind, actorId }) => {
        if (!actorId) return null
        const where = { id: actorId }
        return actorKind === 'OPERATOR'
          ? db.operator.findUniqueOrThrow({ where }).then((operator) => Operator.addBrand(operator))
          : db.apiKey.findUniqueOrThrow({ where }).then((key) => Integration.addBrand(key))
      },
    }),
    details: t.field({
      type: [AuditDetail],
      description: 'Details of the change.',
      resolve: ({ details }) =>
        Object.entries(details as object).map(([name, value]) => ({ name, value: textOf(value) })),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the change was made.' }),
  }),
})

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  if (value !== null && typeof value === 'object') return Object.values(value).map(textOf).join(' ')
  return String(value)
}

builder.prismaObjectField(WebsiteSettings, 'auditEvents', (t) =>
  t.connection(
    {
      type: AuditEvent,
      description: 'Audit log, newest first.',
      complexity: pageCost,
      select: (args, _context, selection) => ({
        auditEvents: selection(newestFirst(args), ['edges', 'node']),
      }),
      resolve: ({ auditEvents }, args) => connectionById(args, auditEvents) as never,
    },
    { name: 'AuditEventConnection', description: 'Entries of the audit log, newest first.' },
    { name: 'AuditEventEdge', description: 'An entry and its cursor.' },
  ),
)
