import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
} from 'graphql'
import { fieldsOf } from '../api/compiled/fixed-selection.ts'
import { type PageArguments, pageOf } from '../api/pagination.ts'
import { whole } from '../api/planned/whole-rows.ts'
import { attachmentFields, attachmentsOf, withAttachments } from '../attachments/rows.ts'
import { planned } from '../database/planned.ts'
import { readBeside, ticketAnswers } from '../tickets/planned-ticket.ts'

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
  'externalId',
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
  authorName: string | null
  attachments: object[] | null
}

type Values = [ticketId: string, above: number, below: number, limit: number]

const page = (order: 'ASC' | 'DESC') => `
  SELECT m."id", m."position", m."body", m."bodyHtml", m."rendererVersion", m."quotedText", m."via", m."createdAt",
    m."customerId", c."email", c."nickname", m."operatorId", o."name" AS "operatorName", m."apiKeyId", k."name" AS "apiKeyName",
    m."authorName", m."externalId",
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

readBeside((ticketId, info) => {
  const page = endOf(info)
  return page && plannedMessages(ticketId, page).then((messages) => ({ messages }))
})

/** The page of messages below a ticket, if it is at an end of the conversation: cursors are left to the field. */
function endOf(info: GraphQLResolveInfo): Range | null {
  const type = getNamedType(info.returnType) as GraphQLObjectType
  const field = type.getFields().messages
  const node = onlyNode(type, info)
  if (!node || !field) return null
  const args: PageArguments = getArgumentValues(field, node, info.variableValues)
  if (args.after != null || args.before != null) return null
  try {
    return pageOf(args)
  } catch {
    return null
  }
}

const onlyNodes = new WeakMap<FieldNode, FieldNode | null>()

/** The selection of `messages` below a ticket; null if there is none, or if several differ in their arguments. */
function onlyNode(type: GraphQLObjectType, { fieldNodes, schema, fragments }: GraphQLResolveInfo) {
  const [ticket] = fieldNodes as [FieldNode]
  const known = onlyNodes.get(ticket)
  if (known !== undefined) return known
  const found = [...fieldsOf(type, fieldNodes, schema, fragments).values()]
  const [node, ...others] = found.map(([node]) => node).filter(({ name }) => name.value === 'messages')
  const only = node && others.length === 0 ? node : null
  onlyNodes.set(ticket, only)
  return only
}
