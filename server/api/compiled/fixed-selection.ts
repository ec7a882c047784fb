import {
  BREAK,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionSetNode,
  visit,
} from 'graphql'

type Fragments = Record<string, FragmentDefinitionNode>
type Nodes = [FieldNode, ...FieldNode[]]

export interface Selecting {
  readonly selectionSet?: SelectionSetNode
}

const introspection = new Set(['__schema', '__type'])

/** Whether a document selects the same fields at each execution, and no introspection. */
export function isFixed(document: DocumentNode): boolean {
  let fixed = true
  const refuse = () => {
    fixed = false
    return BREAK
  }
  visit(document, {
    Directive: refuse,
    // An object cannot have a property of this name.
    Field: ({ name, alias }) =>
      introspection.has(name.value) || alias?.value === '__proto__' ? refuse() : undefined,
  })
  return fixed
}

export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
  return Object.fromEntries(fragments.map((node) => [node.name.value, node]))
}

/** The fields that nodes select of an object type, by their names in the response. */
export function fieldsOf(
  type: GraphQLObjectType,
  nodes: readonly Selecting[],
  schema: GraphQLSchema,
  fragments: Fragments,
): Map<string, Nodes> {
  const fields = new Map<string, Nodes>()
  const spread = new Set<string>()

  function collect({ selectionSet }: Selecting): void {
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind === Kind.FIELD) add(selection)
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition)) collect(selection)
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value)
        const fragment = fragments[selection.name.value]
        if (fragment && applies(fragment.typeCondition)) collect(fragment)
      }
    }
  }
  function add(node: FieldNode): void {
    const key = node.alias?.value ?? node.name.value
    const others = fields.get(key)
    if (others) others.push(node)
    else fields.set(key, [node])
  }
  function applies(condition: NamedTypeNode | undefined): boolean {
    if (!condition || condition.name.value === type.name) return true
    const named = schema.getType(condition.name.value)
    return isAbstractType(named) && schema.isSubType(named, type)
  }

  nodes.forEach(collect)
  return fields
}
