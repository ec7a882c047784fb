import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isConstValueNode,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql'

export interface Scene {
  schema: GraphQLSchema
  fragments: Map<string, FragmentDefinitionNode>
  variables: Record<string, unknown>
}

export interface Measure {
  cost: number
  depth: number
  /** Path of response names to the deepest field. */
  deepest: string
  breadth: number
  /** Path of response names to the most expensive field. */
  costliest: string
  /** Whether it is the same for all variables. */
  isConstant: boolean
}

/** A field's own cost, in the terms of Pothos's complexity plugin. */
type Price = number | { field?: number; multiplier?: number }
type Pricing = Price | ((args: Record<string, unknown>) => Price)

/** Constant fields of documents that are executed again and again. */
const measured = new WeakMap<FieldNode, Measure>()

/** What a selection costs: a field costs 1 or its price, and its selection once per item of its list. */
export function measure(
  set: SelectionSetNode,
  type: GraphQLNamedOutputType,
  scene: Scene,
  pageSize = 1,
): Measure {
  const total: Measure = { cost: 0, depth: 0, deepest: '', breadth: 0, costliest: '', isConstant: true }
  let most = -1
  for (const { node, parent } of fieldsOf(set, type, scene)) {
    const known = measured.get(node)
    const part = known ?? measureField(node, parent, scene)
    if (!part.isConstant) total.isConstant = false
    else if (!known) measured.set(node, part)
    // A connection's page size applies to its lists of items; its counts exist once.
    const isList = isListType(getNullableType(fieldOf(parent, node)?.type))
    const cost = isList ? part.cost * pageSize : part.cost
    total.cost += cost
    if (part.depth > total.depth) [total.depth, total.deepest] = [part.depth, part.deepest]
    total.breadth += part.breadth
    if (cost <= most) continue
    most = cost
    total.costliest = part.costliest
  }
  return total
}

function measureField(node: FieldNode, parent: GraphQLNamedOutputType, scene: Scene): Measure {
  const field = fieldOf(parent, node)
  const { price, isConstant } = field ? priceOf(field, node, scene) : { price: 1, isConstant: true }
  const { field: own = 1, multiplier = 1 } = typeof price === 'number' ? { field: price } : price
  const name = node.alias?.value ?? node.name.value
  if (!field || !node.selectionSet) {
    return { cost: own, depth: 1, deepest: name, breadth: 1, costliest: name, isConstant }
  }
  const type = getNamedType(field.type) as GraphQLNamedOutputType
  const isList = isListType(getNullableType(field.type))
  const below = measure(node.selectionSet, type, scene, isList ? 1 : Math.max(multiplier, 0))
  const cost = own + below.cost * (isList ? Math.max(multiplier, 0) : 1)
  return {
    cost,
    depth: below.depth + 1,
    deepest: `${name}.${below.deepest}`,
    breadth: below.breadth + 1,
    // A list of plain fields is itself the expensive part.
    costliest: below.depth > 1 ? `${name}.${below.costliest}` : name,
    isConstant: isConstant && below.isConstant,
  }
}

const fieldOf = (parent: GraphQLNamedOutputType, node: FieldNode) =>
  isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined

function priceOf(field: GraphQLField<unknown, unknown>, node: FieldNode, { variables }: Scene) {
  const pricing = (field.extensions.complexity ?? 1) as Pricing
  if (typeof pricing !== 'function') return { price: pricing, isConstant: true }
  const isConstant = (node.arguments ?? []).every(({ value }) => isConstValueNode(value))
  return { price: pricing(getArgumentValues(field, node, variables)), isConstant }
}

interface Selected {
  node: FieldNode
  parent: GraphQLNamedOutputType
}

/** The fields of a selection, including those in fragments. */
export function fieldsOf(set: SelectionSetNode, parent: GraphQLNamedOutputType, scene: Scene): Selected[] {
  return set.selections.flatMap((selection): Selected[] => {
    if (selection.kind === Kind.FIELD) return [{ node: selection, parent }]
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? scene.fragments.get(selection.name.value) : selection
    if (!fragment) return []
    const name = fragment.typeCondition?.name.value
    const type = name ? (scene.schema.getType(name) as GraphQLNamedOutputType) : parent
    return fieldsOf(fragment.selectionSet, type, scene)
  })
}
