import { type ExecutionArgs, getOperationAST, Kind, type SelectionNode } from 'graphql'
import type { Context } from '../api/context.ts'
import { inputSize } from '../api/input-size.ts'

/** Characters of variables up to which signing in costs an address nothing: longer than any token. */
export const freeCharacters = 16_000

/**
 * Whether an operation only signs somebody in. Others at the same address must not keep anybody from that: failures are
 * counted there, and the opened session's viewer pays for it.
 */
export function signsIn({
  schema,
  document,
  operationName,
  variableValues,
  contextValue,
}: ExecutionArgs): boolean {
  const operation = getOperationAST(document, operationName)
  if ((contextValue as Context).viewer || operation?.operation !== 'mutation') return false
  const fields = schema.getMutationType()?.getFields()
  const isOpen = (node: SelectionNode) =>
    node.kind === Kind.FIELD &&
    (node.name.value === '__typename' || fields?.[node.name.value]?.extensions.open)
  return operation.selectionSet.selections.every(isOpen) && inputSize(variableValues) <= freeCharacters
}
