import { type DirectiveNode, type DocumentNode, GraphQLError, Kind, OperationTypeNode } from 'graphql'

interface ValidateHook {
  params: { documentAST: DocumentNode }
  setResult: (errors: readonly GraphQLError[]) => void
}

/**
 * Refuses subscriptions whose field depends on a condition: they have exactly one field (GraphQL, September 2025,
 * 5.2.4.1). GraphQL.js 16 throws for them instead, which would close a socket with everything that it carries.
 */
export const unconditionalSubscriptions = {
  onValidate({ params, setResult }: ValidateHook) {
    const condition = conditionIn(params.documentAST)
    if (!condition) return
    const message = `The field of a subscription cannot depend on @${condition.name.value}`
    const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' }
    setResult([new GraphQLError(message, { nodes: condition, extensions })])
  },
}

/** The first `@skip` or `@include` at the root of a subscription, fragments included. */
function conditionIn({ definitions }: DocumentNode): DirectiveNode | undefined {
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
  const sets = definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .filter(({ operation }) => operation === OperationTypeNode.SUBSCRIPTION)
    .map(({ selectionSet }) => selectionSet)
  // Grows while we iterate.
  for (const { selections } of sets) {
    for (const selection of selections) {
      const condition = selection.directives?.find(({ name }) => /^(?:skip|include)$/.test(name.value))
      if (condition) return condition
      if (selection.kind === Kind.FIELD) continue
      const set =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.find(({ name }) => name.value === selection.name.value)?.selectionSet
      if (set && !sets.includes(set)) sets.push(set)
    }
  }
  return undefined
}
