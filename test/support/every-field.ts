import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
} from 'graphql'

type Field = GraphQLField<unknown, unknown>
/** Arguments of fields, by their names. */
type Given = Record<string, string>

/**
 * Operations that together select every field of every type below a root type, each by a short path; but not what is
 * only reached by an id, from `node` and `nodes`.
 */
export function everyField(schema: GraphQLSchema, root: GraphQLObjectType, given: Given): string[] {
  const operations: string[] = []
  const seen = new Set<string>()
  const roots = Object.values(root.getFields()).filter(({ name }) => name !== 'node' && name !== 'nodes')
  const next = roots.map((field) => ({ path: [callOf(field, given)], field }))
  for (const { path, field } of next) {
    const type = getNamedType(field.type)
    if (isLeafType(type)) operations.push(nested(path))
    for (const object of objectsOf(schema, type)) {
      const within = [...path, `... on ${object.name}`]
      operations.push(nested([...within, leavesOf(object)]))
      if (seen.has(object.name)) continue
      seen.add(object.name)
      for (const below of Object.values(object.getFields())) {
        if (isLeafType(getNamedType(below.type))) continue
        next.push({ path: [...within, callOf(below, given)], field: below })
      }
    }
  }
  return operations
}

/** A selection for each field of a root type: every plain field of what it returns. */
export function everyRoot(schema: GraphQLSchema, root: GraphQLObjectType, given: Given): string[] {
  return Object.values(root.getFields()).map((field) => {
    const objects = objectsOf(schema, getNamedType(field.type))
    const parts = objects.map((object) => `... on ${object.name} { ${leavesOf(object)} }`)
    return `${callOf(field, given)} { ${parts.join(' ')} }`
  })
}

function callOf({ name, args }: Field, given: Given): string {
  if (given[name] && args.length > 0) return `${name}${given[name]}`
  const needed = args.find(({ type, defaultValue }) => `${type}`.endsWith('!') && defaultValue === undefined)
  if (needed) throw new Error(`Give arguments for ${name}`)
  const isPaged = args.some((argument) => argument.name === 'first')
  return isPaged ? `${name}(first: 5)` : name
}

function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType): GraphQLObjectType[] {
  if (isObjectType(type)) return [type]
  return isAbstractType(type) ? [...schema.getPossibleTypes(type)] : []
}

/** All plain fields of a type. */
function leavesOf(object: GraphQLObjectType): string {
  const leaves = Object.values(object.getFields()).filter(
    ({ type, args }) => isLeafType(getNamedType(type)) && args.length === 0,
  )
  return ['__typename', ...leaves.map(({ name }) => name)].join(' ')
}

const nested = (path: string[]) =>
  path.reduceRight((below, part) => (below === '' ? part : `${part} { ${below} }`), '')
