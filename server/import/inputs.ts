import { builder } from '../api/builder.ts'
import { attachmentIdsDescription } from '../attachments/attach.ts'
import { TicketStatus } from '../tickets/ticket.ts'

const ImportedBodyFormat = builder.enumType('ImportedBodyFormat', {
  description: 'Format of an imported message’s text.',
  values: {
    TEXT: { description: 'As it is stored: Markdown from the team, plain text from customers.' },
    HTML: {
      description:
        'HTML, converted to text like that of an email. A picture becomes its `alt` text and its `http` or `https` URL, or that of the link around it; without a URL, its `alt` text in brackets, or `[image]`. Text too long for one message is split into up to ten.',
    },
  } as const,
})

const ImportedAuthorKind = builder.enumType('ImportedAuthorKind', {
  description: 'Kind of an imported message’s author.',
  values: {
    CUSTOMER: { description: 'The ticket’s customer, or another customer with the address in `email`.' },
    OPERATOR: {
      description: 'The operator with the address in `email`. Shown like OTHER if there is none.',
    },
    OTHER: {
      description:
        'Anyone else on the team’s side: an `Integration` in the API, shown with `name`, or with the importing ' +
        'key’s name if that is null.',
    },
  } as const,
})

const ImportedCustomerInput = builder.inputType('ImportedCustomerInput', {
  description: 'The customer of an imported ticket. An existing customer keeps their name and language.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'Email address.' }),
    nickname: t.string({ description: 'Name, cut to 100 characters.' }),
    locale: t.string({ description: 'Language (BCP 47). Ignored if it is invalid.' }),
  }),
})

const ImportedAuthorInput = builder.inputType('ImportedAuthorInput', {
  description: 'Who wrote an imported message.',
  fields: (t) => ({
    kind: t.field({ type: ImportedAuthorKind, required: true, description: 'Kind of author.' }),
    email: t.string({
      description: 'Email address; for CUSTOMER, null means the ticket’s customer.',
    }),
    name: t.string({ description: 'Name, cut to 100 characters.' }),
  }),
})

const ImportedMessageInput = builder.inputType('ImportedMessageInput', {
  description: 'A message of an imported ticket.',
  fields: (t) => ({
    externalId: t.string({ description: 'Its id in the other system, at most 200 characters.' }),
    body: t.string({
      required: true,
      description: 'Its text: at most 20,000 characters, or 200,000 of HTML.',
    }),
    bodyFormat: t.field({
      type: ImportedBodyFormat,
      defaultValue: 'TEXT',
      description: 'Format of `body`.',
    }),
    author: t.field({ type: ImportedAuthorInput, required: true, description: 'Who wrote it.' }),
    createdAt: t.field({
      type: 'DateTime',
      required: true,
      description: 'When it was posted, not in the future.',
    }),
    attachmentIds: t.idList({ description: attachmentIdsDescription }),
  }),
})

export const ImportedTicketInput = builder.inputType('ImportedTicketInput', {
  description: 'A ticket from another system.',
  fields: (t) => ({
    externalId: t.string({
      required: true,
      description:
        'Its id in the other system, at most 200 characters. It identifies the ticket when it is imported again.',
    }),
    subject: t.string({ required: true, description: 'Plain text on one line, at most 200 characters.' }),
    status: t.field({ type: TicketStatus, required: true, description: 'Its status.' }),
    categoryName: t.string({
      description:
        'Name of a category, ignoring case, at most 100 characters. If no category has this name, the ticket keeps ' +
        'only the name.',
    }),
    customer: t.field({ type: ImportedCustomerInput, required: true, description: 'The ticket’s customer.' }),
    assigneeEmail: t.string({
      description:
        'Address of the operator it is assigned to. If no active operator has this address, the ticket is imported ' +
        'unassigned and an issue says so.',
    }),
    participants: t.stringList({
      description:
        'Email addresses of participants, at most ten. Ignored if participants are disabled for the website; invalid ' +
        'ones are left out, and an issue says so.',
    }),
    createdAt: t.field({
      type: 'DateTime',
      required: true,
      description: 'When it was opened, not in the future.',
    }),
    solvedAt: t.field({
      type: 'DateTime',
      description:
        'When it was marked as solved, not in the future; only with SOLVED. Null for the time of the newest message.',
    }),
    messages: t.field({
      type: [ImportedMessageInput],
      required: true,
      description: '1 to 1,000 messages in any order: they are sorted by time.',
    }),
  }),
})
