import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
} from 'graphql'
import { coded } from '../api/errors.ts'
import { hasMoreValues } from '../api/input-size.ts'
import type { Viewer } from '../identity/viewer.ts'
import { fieldsOf, measure } from './measure.ts'

export const depthLimit = 12
export const breadthLimit = 400
/** Maximum values in the variables of one operation: checking each against its type takes longer than reading it. */
export const valueLimit = 50_000

/** Maximum points of one operation; of a key, so that it can read 100 tickets with 100 messages each. */
export const maxCost = { integration: 300_000, others: 10_000 }

/** Additional cost of a root field: it is a statement, or reads the whole schema. */
export const rootCosts: Record<string, number> = { __schema: 500, __type: 50, __typename: 0 }
export const rootCost = 10

export interface Operation {
  schema: GraphQLSchema
  document: DocumentNode
  operationName?: string | null
  variableValues?: Record<string, unknown> | null
}

/**
 * The cost of a viewer's operation; null if it will not run because its variables are invalid. Throws QUERY_TOO_COMPLEX beyond
 * the limits.
 */
export function costOf(
  { schema, document, operationName, variableValues }: Operation,
  viewer?: Viewer | null,
): number | null {
  const operation = getOperationAST(document, operationName)
  const root = operation && schema.getRootType(operation.operation)
  if (!root) return null
  if (hasMoreValues(variableValues, valueLimit)) {
    throw tooComplex(`has more than ${valueLimit} values in its variables`, { limit: valueLimit })
  }
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {})
  if (!coerced) return null
  const scene = { schema, fragments: fragmentsOf(document), variables: coerced }
  const { cost: selected, depth, deepest, breadth, costliest } = measure(operation.selectionSet, root, scene)
  const roots = fieldsOf(operation.selectionSet, root, scene)
  const rootsCost = roots.reduce((sum, { node }) => sum + (rootCosts[node.name.value] ?? rootCost), 0)
  const cost = Math.ceil(selected + rootsCost)
  if (depth > depthLimit) {
    const more = { depth, limit: depthLimit, field: deepest }
    throw tooComplex(`is ${depth} fields deep; the limit is ${depthLimit}`, more)
  }
  if (breadth > breadthLimit) {
    const more = { fields: breadth, limit: breadthLimit, field: costliest }
    throw tooComplex(`selects ${breadth} fields; the limit is ${breadthLimit}`, more)
  }
  const limit = viewer?.kind === 'integration' ? maxCost.integration : maxCost.others
  if (cost > limit) {
    throw tooComplex(`costs ${cost} points, most of them in ${costliest}; the limit is ${limit}`, {
      cost,
      limit,
      field: costliest,
    })
  }
  return cost
}

function tooComplex(fault: string, more: object = {}): GraphQLError {
  const http = { status: 400, spec: true }
  return coded('QUERY_TOO_COMPLEX', `The operation ${fault}: request less at a time`, { ...more, http })
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
  return new Map(fragments.map((node) => [node.name.value, node]))
}
