import {
  defaultTypeResolver,
  type FieldNode,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql'
import type { CompiledRun, Path } from './compiled-run.ts'
import { isPromise } from './settled.ts'

/** Reads the selected fields of an object. */
export type Read = (source: unknown, run: CompiledRun, path: Path | undefined) => unknown

/** Turns what a resolver returned into a result. */
export type Complete = (value: unknown, run: CompiledRun, path: Path, info: GraphQLResolveInfo) => unknown

/** The field whose values are completed. */
export interface FieldInfo {
  fieldName: string
  fieldNodes: readonly [FieldNode, ...FieldNode[]]
  parentType: GraphQLObjectType
}

/** Completes the values of a type, as GraphQL's specification says. No type may have an `isTypeOf`. */
export function completions(
  schema: GraphQLSchema,
  objectOf: (type: GraphQLObjectType, nodes: FieldInfo['fieldNodes']) => Read,
) {
  return guardedOf

  /** The same for a value that may be a promise. An error becomes null, unless the type forbids that. */
  function guardedOf(type: GraphQLOutputType, field: FieldInfo): Complete {
    const complete = completionOf(type, field)
    return (value, run, path, info) => {
      const fail = (error: unknown) => run.fail(error, type, field.fieldNodes, path)
      try {
        const done = isPromise(value)
          ? value.then((value) => complete(value, run, path, info))
          : complete(value, run, path, info)
        return isPromise(done) ? done.then(undefined, fail) : done
      } catch (error) {
        return fail(error)
      }
    }
  }

  function completionOf(type: GraphQLOutputType, field: FieldInfo): Complete {
    if (isNonNullType(type)) return nonNullOf(completionOf(type.ofType, field), field)
    const complete = presentOf(type, field)
    return (value, run, path, info) => {
      if (value instanceof Error) throw value
      return value == null ? null : complete(value, run, path, info)
    }
  }

  function presentOf(type: GraphQLOutputType, field: FieldInfo): Complete {
    if (isListType(type)) return listOf(guardedOf(type.ofType, field), field)
    if (isLeafType(type)) return leafOf(type)
    if (isAbstractType(type)) return abstractOf(type, field)
    let read: Read | undefined
    return (value, run, path) => {
      read ??= objectOf(type as GraphQLObjectType, field.fieldNodes)
      return read(value, run, path)
    }
  }

  function abstractOf(type: GraphQLAbstractType, field: FieldInfo): Complete {
    const resolveType = type.resolveType ?? defaultTypeResolver
    const completeAs = byTypeName(type, schema, (found) => presentOf(found, field))
    return (value, run, path, info) => {
      const name = resolveType(value, run.context, info, type)
      return isPromise(name)
        ? name.then((name) => completeAs(name)(value, run, path, info))
        : completeAs(name)(value, run, path, info)
    }
  }
}

function nonNullOf(complete: Complete, { parentType, fieldName }: FieldInfo): Complete {
  return (value, run, path, info) => {
    const done = complete(value, run, path, info)
    if (done !== null) return done
    throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${fieldName}.`)
  }
}

function leafOf(type: GraphQLLeafType): Complete {
  return (value) => {
    const serialized = type.serialize(value)
    if (serialized == null) throw new Error(`A value of ${type.name} was serialized to nothing`)
    return serialized
  }
}

function listOf(complete: Complete, { parentType, fieldName }: FieldInfo): Complete {
  return (list, run, path, info) => {
    if (typeof list !== 'object' || !list || !(Symbol.iterator in list)) {
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${parentType.name}.${fieldName}".`,
      )
    }
    let waits = false
    const items: unknown[] = []
    try {
      for (const item of list as Iterable<unknown>) {
        const value = complete(item, run, { prev: path, key: items.length, typename: undefined }, info)
        items.push(value)
        if (isPromise(value)) waits = true
      }
    } catch (error) {
      // Nobody awaits the others, which may reject as well.
      for (const item of items) if (isPromise(item)) item.catch(() => {})
      throw error
    }
    return waits ? Promise.all(items) : items
  }
}

/** How to complete a value of an abstract type as an object of the type with a name. Made once for each type. */
function byTypeName(
  type: GraphQLAbstractType,
  schema: GraphQLSchema,
  completionOf: (found: GraphQLObjectType) => Complete,
) {
  const known = new Map<unknown, Complete>()
  return (name: unknown): Complete => {
    const before = known.get(name)
    if (before) return before
    const found = schema.getPossibleTypes(type).find((possible) => possible.name === name)
    if (!found) {
      throw new GraphQLError(`Runtime Object type "${name}" is not a possible type for "${type.name}".`)
    }
    const complete = completionOf(found)
    known.set(name, complete)
    return complete
  }
}
