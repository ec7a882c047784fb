import type { OperatorRole } from '../../prisma/generated/client/enums.ts'
import type { Transaction } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'
import { customerAuthor } from '../messages/on-behalf.ts'
import { wordsOf } from '../text/words.ts'
import type { PreparedMessage, PreparedTicket } from './prepare.ts'

interface Operator {
  id: string
  email: string
  role: OperatorRole
  active: boolean
}

/** The people that tickets name, by their addresses. */
export interface People {
  customers: Map<string, { id: string }>
  operators: Map<string, Operator>
}

/** Finds them; those who are not customers yet become customers. */
export async function findPeople(
  tx: Transaction,
  websiteId: string,
  tickets: PreparedTicket[],
): Promise<People> {
  const named = namedCustomers(tickets)
  // In one order, so that two transactions never wait for each other.
  const profiles = [...named].sort(([one], [other]) => (one < other ? -1 : 1))
  await tx.customer.createMany({
    data: profiles.map(([email, { nickname, ...profile }]) => ({
      ...{ websiteId, email, nickname, words: wordsOf(websiteId, email, nickname) },
      ...profile,
    })),
    skipDuplicates: true,
  })
  const emails = { in: [...named.keys()] }
  const customers = await tx.customer.findMany({
    where: { websiteId, email: emails },
    select: { id: true, email: true },
  })
  const operators = await tx.operator.findMany({
    where: { websiteId, email: { in: namedOperators(tickets) } },
    select: { id: true, email: true, role: true, active: true },
  })
  return {
    customers: new Map(customers.map((customer) => [customer.email, customer])),
    operators: new Map(operators.map((operator) => [operator.email, operator])),
  }
}

interface Profile {
  nickname?: string | null
  locale?: string | null
  createdAt: Date
}

function namedCustomers(tickets: PreparedTicket[]): Map<string, Profile> {
  const named = new Map<string, Profile>()
  const add = (email: string, { nickname, locale, createdAt }: Profile) => {
    const known = named.get(email)
    named.set(email, {
      nickname: known?.nickname ?? nickname,
      locale: known?.locale ?? locale,
      createdAt: known && known.createdAt < createdAt ? known.createdAt : createdAt,
    })
  }
  for (const { customer, createdAt, messages } of tickets) {
    const { email, ...profile } = customer
    add(email, { ...profile, createdAt })
    for (const { author, createdAt } of messages)
      if (author.kind === 'CUSTOMER' && author.email) add(author.email, { nickname: author.name, createdAt })
  }
  return named
}

const namedOperators = (tickets: PreparedTicket[]): string[] =>
  tickets.flatMap(({ assigneeEmail, messages }) => [
    ...(assigneeEmail ? [assigneeEmail] : []),
    ...messages.flatMap(({ author }) => (author.kind === 'OPERATOR' && author.email ? [author.email] : [])),
  ])

/** In whose name a message is written; `key` stands for those without an account. */
export function authorOf(
  { author }: PreparedMessage,
  { customer }: PreparedTicket,
  { customers, operators }: People,
  key: Member,
): Member {
  const { websiteId } = key
  const { kind } = author
  const email = author.email ?? (kind === 'CUSTOMER' ? customer.email : '')
  const found = kind === 'CUSTOMER' ? customers.get(email) : undefined
  if (found) return customerAuthor(websiteId, { id: found.id, email })
  const operator = kind === 'OPERATOR' ? operators.get(email) : undefined
  return operator ? { kind: 'operator', id: operator.id, websiteId, role: operator.role } : key
}
