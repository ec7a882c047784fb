import { getNamedType, getNullableType, isInputObjectType, isListType, isObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { encodeGlobalID } from '../../server/api/global-id.ts'
import { oldTicket } from '../import/ticket.ts'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { schema } = await import('../../server/schema.ts')
const website = await createTestWebsite(origin, rootKey)
const customer = await website.customer('jane@example.com')
const admin = await website.operator()
const root = apiClient(origin, rootKey)
const page = apiClient(origin, undefined, { origin: dashboard })

const many = <Item>(item: Item) => Array.from({ length: 2_000 }, () => item)
const anAttachment = encodeGlobalID('Attachment', website.websiteId)
const signed = { websiteId: website.websiteId, email: 'jane@example.com' }

const idOf = (type: string) => encodeGlobalID(type, website.websiteId)
const mondays = { day: 'MONDAY', opens: '09:00', closes: '17:00' }
const germanFaq = { locale: 'de', question: 'Wo?', answer: 'Hier.' }
const newField = { categoryId: idOf('Category'), name: 'plan', label: 'Plan', type: 'CHOICE' }
const createField = (more: object) => admin.attempt('createCategoryField', { ...newField, ...more })
const updateField = (more: object) =>
  admin.attempt('updateCategoryField', { id: idOf('CategoryField'), ...more })

/** What is wrong with a ticket is data: in these, only that. */
async function importAll(tickets: object[]) {
  const answer = await website.key.attempt('importTickets', { tickets: tickets.slice(0, 101) }, issues)
  return answer.imported ? { type: 'InvalidInput', imported: answer.imported } : answer
}
const issues = 'imported { ticket { id } issues { message } }'

/** Every list argument, with a call that passes 2,000 items. */
const overlong: Record<string, () => Promise<unknown>> = {
  'Query.nodes(ids:)': () =>
    customer.send('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: many(encodeGlobalID('Ticket', website.websiteId)),
    }),
  'TicketFilter.statuses': () =>
    customer.send('query ($s: [TicketStatus!]) { tickets(filter: { statuses: $s }) { totalCount } }', {
      s: many('OPEN'),
    }),
  'Query.events(types:)': () =>
    customer.send('query ($t: [EventType!]) { events(types: $t) { pageInfo { endCursor } } }', {
      t: many('TICKET_OPENED'),
    }),
  'Ticket.events(types:)': async () => {
    const other = await website.customer('joe@example.com')
    const opened = await other.run('openTicket', { subject: 'Hi', body: 'Hi' }, 'ticket { id }')
    return other.send(
      `query ($id: ID!, $t: [EventType!]) { ticket(id: $id) { events(types: $t) { pageInfo { endCursor } } } }`,
      { id: opened.ticket.id, t: many('TICKET_OPENED') },
    )
  },
  'OpenTicketInput.participants': () =>
    customer.attempt('openTicket', { subject: 'Hi', body: 'Hi', participants: many('joe@example.com') }),
  'OpenTicketInput.attachmentIds': () =>
    customer.attempt('openTicket', { subject: 'Hi', body: 'Hi', attachmentIds: many(anAttachment) }),
  'ReplyInput.attachmentIds': async () => {
    const other = await website.customer('ann@example.com')
    const { ticket } = await other.run('openTicket', { subject: 'Hi', body: 'Hi' }, 'ticket { id }')
    return other.attempt('reply', { ticketId: ticket.id, body: 'Hi', attachmentIds: many(anAttachment) })
  },
  'ImportTicketsInput.tickets': () => importAll(many(oldTicket())),
  'ImportedTicketInput.participants': () => importAll([oldTicket({ participants: many('joe@example.com') })]),
  'ImportedTicketInput.messages': () => importAll([oldTicket({ messages: many(oldTicket().messages[0]) })]),
  'ImportedMessageInput.attachmentIds': () => {
    const [message] = oldTicket().messages
    return importAll([oldTicket({ messages: [{ ...message, attachmentIds: many(anAttachment) }] })])
  },
  'AddNoteInput.attachmentIds': () =>
    admin.attempt('addNote', { ticketId: idOf('Ticket'), body: 'Hi', attachmentIds: many(anAttachment) }),
  'TicketFilter.fields': () =>
    admin.send('query ($f: [TicketFieldFilter!]) { tickets(filter: { fields: $f }) { totalCount } }', {
      f: many({ name: 'plan', value: 'Pro' }),
    }),
  'OpenTicketInput.fields': () =>
    customer.attempt('openTicket', { subject: 'Hi', body: 'Hi', fields: many({ name: 'plan' }) }),
  'SetTicketFieldsInput.fields': () =>
    admin.attempt('setTicketFields', { ticketId: idOf('Ticket'), fields: many({ name: 'plan' }) }),
  'CreateCategoryInput.translations': () =>
    admin.attempt('createCategory', {
      name: 'Billing',
      translations: many({ locale: 'de', name: 'Rechnung' }),
    }),
  'UpdateCategoryInput.translations': () =>
    admin.attempt('updateCategory', {
      id: idOf('Category'),
      translations: many({ locale: 'de', name: 'Rechnung' }),
    }),
  'CreateFaqInput.translations': () =>
    admin.attempt('createFaq', { question: 'Where?', answer: 'Here.', translations: many(germanFaq) }),
  'UpdateFaqInput.translations': () =>
    admin.attempt('updateFaq', { id: idOf('Faq'), translations: many(germanFaq) }),
  'CreateCategoryFieldInput.choices': () => createField({ choices: many('Pro') }),
  'CreateCategoryFieldInput.shownIfValues': () => createField({ shownIfValues: many('Pro') }),
  'CreateCategoryFieldInput.translations': () =>
    createField({ translations: many({ locale: 'de', label: 'Tarif' }) }),
  'UpdateCategoryFieldInput.translations': () =>
    updateField({ translations: many({ locale: 'de', label: 'Tarif' }) }),
  'CategoryFieldTranslationInput.choices': () =>
    updateField({
      translations: [{ locale: 'de', label: 'Tarif', choices: many({ choice: 'Pro', label: 'Profi' }) }],
    }),
  'UpdateCategoryFieldInput.choices': () => updateField({ choices: many('Pro') }),
  'UpdateCategoryFieldInput.shownIfValues': () => updateField({ shownIfValues: many('Pro') }),
  'UpdateWebsiteInput.attachmentTypes': () =>
    admin.attempt('updateWebsite', { attachmentTypes: many('image/png') }),
  'UpdateCustomizationInput.greetingTranslations': () =>
    admin.attempt('updateCustomization', { greetingTranslations: many({ locale: 'de', greeting: 'Hallo' }) }),
  'SetOfficeHoursInput.weekly': () =>
    admin.attempt('setOfficeHours', { timeZone: 'UTC', weekly: many(mondays) }),
  'SetOfficeHoursInput.closedDates': () =>
    admin.attempt('setOfficeHours', { timeZone: 'UTC', weekly: [mondays], closedDates: many('2027-12-24') }),
  'CreateApiKeyInput.scopes': () =>
    admin.attempt('createApiKey', { name: 'Bot', scopes: many('TICKETS_READ') }),
  'CreateWebhookEndpointInput.events': () =>
    admin.attempt('createWebhookEndpoint', {
      url: 'https://webhooks.invalid/',
      events: many('TICKET_OPENED'),
    }),
  'UpdateWebhookEndpointInput.events': () =>
    admin.attempt('updateWebhookEndpoint', { id: idOf('WebhookEndpoint'), events: many('TICKET_OPENED') }),
  'CreateWebsiteInput.allowedDomains': () =>
    root.attempt('createWebsite', { name: 'Acme', allowedDomains: many('app.acme.com') }),
  'CreateWebsiteInput.operators': () =>
    root.attempt('createWebsite', {
      name: 'Acme',
      operators: many({ name: 'Ada', email: 'ada@acme.com', role: 'ADMIN' }),
    }),
}

describe('a list in an argument', () => {
  test.for(Object.entries(overlong))('is refused with a sentence if it is too long: %s', async ([, call]) => {
    const answer = JSON.stringify(await call())
    expect(answer).toMatch(/BAD_USER_INPUT|InvalidInput/)
    expect(answer).toMatch(/at most|Too big|Give each/)
  })

  test('is cut if it is unsigned, so that nobody is locked out', async () => {
    const participants = Array.from({ length: 2_000 }, (_, index) => `joe${index}@example.com`)
    const input = { ...signed, hmac: hmac(signed.email, website.secret), participants }
    expect(await page.attempt('openSession', input)).toMatchObject({ __typename: 'OpenSessionPayload' })
  })

  test('is covered by these tests, for the whole schema', () => {
    const lists = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (isInputObjectType(type))
        return Object.values(type.getFields())
          .filter((field) => isListType(getNullableType(field.type)))
          .map((field) => `${type.name}.${field.name}`)
      if (!isObjectType(type) || type.name.startsWith('__')) return []
      return Object.values(type.getFields()).flatMap((field) =>
        field.args
          .filter((arg) => isListType(getNullableType(arg.type)) && getNamedType(arg.type))
          .map((arg) => `${type.name}.${field.name}(${arg.name}:)`),
      )
    })
    const unsigned = ['OpenSessionInput.participants', 'CheckedSessionInput.participants']
    expect([...Object.keys(overlong), ...unsigned].toSorted()).toEqual(lists.toSorted())
  })

  test('may contain the same value several times', async () => {
    const { ticket } = await customer.run('openTicket', { subject: 'Hi', body: 'Hi' }, 'ticket { id }')
    const ids = [ticket.id, ticket.id, ticket.id]
    const query = `query ($ids: [ID!]!) {
      nodes(ids: $ids) { id }
      tickets(filter: { statuses: [OPEN, OPEN, OPEN] }) { totalCount }
    }`
    expect(await customer.ask(query, { ids })).toEqual({
      nodes: [{ id: ticket.id }, { id: ticket.id }, { id: ticket.id }],
      tickets: { totalCount: 1 },
    })
  })
})
