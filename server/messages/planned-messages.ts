import { whole } from '../api/whole-rows.ts'
import { attachmentFields, attachmentsOf, withAttachments } from '../attachments/rows.ts'
import { planned } from '../database/planned.ts'
import { ticketAnswers } from '../tickets/planned-ticket.ts'

const fields = [
  'id',
  'position',
  'body',
  'bodyHtml',
  'quotedText',
  'author',
  'via',
  'createdAt',
  'attachments',
]
const pageInfo = ['startCursor', 'endCursor', 'hasNextPage', 'hasPreviousPage']

ticketAnswers.add(
  ...['Ticket.messages', 'MessageConnection.edges', 'MessageConnection.pageInfo'],
  ...['MessageEdge.node', 'MessageEdge.cursor', 'Integration.id', 'Integration.name'],
  ...attachmentFields,
  ...fields.map((name) => `Message.${name}`),
  ...pageInfo.map((name) => `PageInfo.${name}`),
)

interface Row {
  position: number
  customerId: string | null
  operatorId: string | null
  apiKeyId: string | null
  email: string | null
  nickname: string | null
  operatorName: string | null
  apiKeyName: string | null
  attachments: object[] | null
}

type Values = [ticketId: string, above: number, below: number, limit: number]

const page = (order: 'ASC' | 'DESC') => `
  SELECT m."id", m."position", m."body", m."bodyHtml", m."rendererVersion", m."quotedText", m."via", m."createdAt",
    m."customerId", c."email", c."nickname", m."operatorId", o."name" AS "operatorName", m."apiKeyId", k."name" AS "apiKeyName",
    ${attachmentsOf('m')} AS "attachments"
  FROM (SELECT * FROM "Message" WHERE "ticketId" = $1 AND "position" > $2 AND "position" < $3
    ORDER BY "position" ${order} LIMIT $4) m
  LEFT JOIN "Customer" c ON c."id" = m."customerId"
  LEFT JOIN "Operator" o ON o."id" = m."operatorId"
  LEFT JOIN "ApiKey" k ON k."id" = m."apiKeyId"
  ORDER BY m."position" ${order}`

const oldestFirst = planned<Values, Row>(page('ASC'))
const newestFirst = planned<Values, Row>(page('DESC'))

interface Range {
  /** Exclusive positions. */
  above?: number
  below?: number
  limit: number
  inverted: boolean
}

const lastPosition = 2 ** 31 - 1

/** Messages of a ticket that the viewer may see, with their authors. */
export async function plannedMessages(ticketId: string, { above, below, limit, inverted }: Range) {
  const read = inverted ? newestFirst : oldestFirst
  const rows = await read(ticketId, above ?? -1, below ?? lastPosition, limit)
  return rows.map(withAuthor)
}

/** Adds to the row itself: copying it takes as long as completing it. */
function withAuthor(row: Row) {
  const { customerId, operatorId, apiKeyId, email, nickname, operatorName, apiKeyName } = row
  return Object.assign(row, whole, {
    attachments: withAttachments(row.attachments),
    customer: customerId && { ...whole, id: customerId, email, nickname },
    operator: operatorId && { ...whole, id: operatorId, name: operatorName },
    apiKey: apiKeyId && { ...whole, id: apiKeyId, name: apiKeyName },
  })
}
