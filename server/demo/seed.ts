import { readFileSync } from 'node:fs'
import { v7 as uuid } from 'uuid'
import type { Prisma, PrismaClient } from '../../prisma/generated/client/client.ts'
import { DEMO_CATEGORIES, DEMO_COMPANY, DEMO_CUSTOMERS, DEMO_OPERATORS } from './seed/demo.ts'
import { demoFaqs } from './seed/faqs.ts'
import { parseTickets } from './seed/parse-tickets.ts'
import { ticketRows } from './seed/ticket-rows.ts'

export type Database = PrismaClient | Prisma.TransactionClient

/** Fills a new demo website. Pass a transaction to make it all or nothing. */
export async function seedDemo(db: Database, website: { id: string }, now = new Date()): Promise<void> {
  const websiteId = website.id
  const tickets = readTickets(now)
  const customers = DEMO_CUSTOMERS.map(({ email, nickname, locale }) => {
    const createdAt = tickets.find((ticket) => ticket.customerEmail === email)?.messages[0].sentAt ?? now
    return { id: uuid(), websiteId, email, nickname, locale, createdAt, firstSeenAt: createdAt }
  })
  const categories = DEMO_CATEGORIES.map((name, index) => ({
    id: uuid(),
    websiteId,
    name,
    position: index + 1,
  }))
  const operators = DEMO_OPERATORS.map((operator) => ({ ...operator, websiteId }))

  const data = {
    ticketCount: tickets.length,
    participantsEnabled: true,
    accentColor: DEMO_COMPANY.accentColor,
    emailDelaySeconds: DEMO_COMPANY.emailDelay,
  }
  await db.website.update({ where: { id: websiteId }, data })
  await db.operator.createMany({ data: operators, skipDuplicates: true })
  await db.customer.createMany({ data: customers })
  await db.category.createMany({ data: categories })
  await db.faq.createMany({
    data: demoFaqs.map((faq, index) => ({ ...faq, websiteId, position: index + 1 })),
  })

  const savedOperators = await db.operator.findMany({ where: { websiteId } })
  const ids = {
    websiteId,
    customers: new Map(customers.map(({ email, id }) => [email, id])),
    operators: new Map(savedOperators.map(({ email, id }) => [email, id])),
    categories: new Map(categories.map(({ name, id }) => [name, id])),
  }
  const rows = tickets.map((ticket, index) => ticketRows(ticket, index + 1, ids))
  await db.ticket.createMany({ data: rows.map(({ ticket }) => ticket) })
  await db.participant.createMany({ data: rows.flatMap(({ participants }) => participants) })
  await db.message.createMany({ data: rows.flatMap(({ messages }) => messages) })
}

/** All demo tickets, oldest first. */
function readTickets(now: Date) {
  return DEMO_CUSTOMERS.flatMap(({ email, nickname, tickets }) => {
    const text = readFileSync(new URL(tickets, new URL('seed/', import.meta.url)), 'utf8')
    return parseTickets(text, nickname, now).map((ticket) => ({ ...ticket, customerEmail: email }))
  }).sort((one, other) => one.messages[0].sentAt.getTime() - other.messages[0].sentAt.getTime())
}
