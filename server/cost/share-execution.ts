import {
  type DocumentNode,
  type ExecutionArgs,
  execute,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { Context } from '../api/context.ts'
import type { Viewer } from '../identity/viewer.ts'

type Result = ReturnType<typeof execute>

const results = new WeakMap<object, WeakMap<DocumentNode, Map<string, Result>>>()

/** What `executeShared` has returned to another subscriber with this key for the same payload. */
export function knownResult(args: ExecutionArgs, key: string, payload: unknown): Result | undefined {
  return resultsOf(args, payload)?.get(key)
}

/**
 * Executes a subscription for one payload: once for all subscribers that receive the same object, select the same
 * and have the same rights. A payload's resolver reads no arguments of the subscription's own field.
 */
export function executeShared(args: ExecutionArgs, key: string, payload: unknown): Result {
  const known = knownResult(args, key, payload)
  if (known) return known
  const result = execute({ ...args, rootValue: payload })
  resultsOf(args, payload)?.set(key, result)
  return result
}

function resultsOf({ document }: ExecutionArgs, payload: unknown): Map<string, Result> | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  const ofPayload = results.get(payload) ?? new WeakMap<DocumentNode, Map<string, Result>>()
  const ofDocument = ofPayload.get(document) ?? new Map<string, Result>()
  results.set(payload, ofPayload.set(document, ofDocument))
  return ofDocument
}

/** The same for all subscribers that share their results. */
export function sharingKey({
  schema,
  document,
  operationName,
  variableValues,
  contextValue,
}: ExecutionArgs): string {
  const { names, isPersonal } = selected(schema, document)
  const { viewer } = contextValue as Context
  const variables = names.map((name) => variableValues?.[name] ?? null)
  return JSON.stringify([isPersonal ? viewer : rightsOf(viewer), operationName, variables])
}

/** What a viewer's answers depend on: for operators, what they may do; for customers and keys, who they are. */
function rightsOf(viewer: Viewer | null) {
  if (viewer?.kind === 'operator') return [viewer.kind, viewer.websiteId, viewer.role]
  return viewer
}

interface Selected {
  /** Variables used below the root fields: those of the root's own arguments, such as `after`, differ. */
  names: string[]
  /** Whether a field is marked as personal: different for each reader. */
  isPersonal: boolean
}

const selections = new WeakMap<DocumentNode, Selected>()

function selected(schema: GraphQLSchema, document: DocumentNode): Selected {
  const found = selections.get(document)
  if (found) return found
  const names = new Set<string>()
  const note = { Variable: ({ name }: { name: { value: string } }) => void names.add(name.value) }
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) visit(definition, note)
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    for (const selection of definition.selectionSet.selections) {
      visit(selection.kind === Kind.FIELD ? { ...selection, arguments: [] } : selection, note)
    }
  }
  const result = { names: [...names], isPersonal: hasPersonal(schema, document) }
  selections.set(document, result)
  return result
}

function hasPersonal(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema)
  let found = false
  function check() {
    if (types.getFieldDef()?.extensions.personal) found = true
  }
  visit(document, visitWithTypeInfo(types, { Field: check }))
  return found
}
