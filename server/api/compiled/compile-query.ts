import {
  type DocumentNode,
  defaultFieldResolver,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
} from 'graphql'
import { CompiledRun } from './compiled-run.ts'
import { completions, type FieldInfo, type Read } from './complete-value.ts'
import { fieldsOf, fragmentsOf, isFixed, type Selecting } from './fixed-selection.ts'
import { isPromise, settled } from './settled.ts'

export type Execute = (
  args: Pick<ExecutionArgs, 'contextValue' | 'variableValues'>,
) => ExecutionResult | Promise<ExecutionResult>

/**
 * Compiles a valid query to a function that executes it as graphql-js would: the same resolver calls, the same results
 * and errors. What graphql-js looks up for each value (its fields, their types, how to complete them) is looked up once.
 * Null for what it does not support: mutations, subscriptions, directives and introspection.
 */
export function compileQuery(schema: GraphQLSchema, document: DocumentNode): Execute | null {
  const asked = getOperationAST(document)
  const queryType = schema.getQueryType()
  if (!queryType || asked?.operation !== 'query' || !isFixed(document)) return null
  const operation = asked
  const fragments = fragmentsOf(document)
  const definitions = operation.variableDefinitions ?? []
  const completionOf = completions(schema, (type, nodes) => objectOf(type, nodes))
  const read = objectOf(queryType, [operation])

  return ({ contextValue, variableValues }) => {
    const { coerced, errors } = getVariableValues(schema, definitions, variableValues ?? {}, {
      maxErrors: 50,
    })
    if (!coerced) return { errors }
    return respond(read, new CompiledRun(contextValue, coerced))
  }

  function objectOf(type: GraphQLObjectType, nodes: readonly Selecting[]): Read {
    return readerOf(
      [...fieldsOf(type, nodes, schema, fragments)].map(
        ([key, fieldNodes]) => [key, fieldOf(type, key, fieldNodes)] as const,
      ),
    )
  }

  function fieldOf(parentType: GraphQLObjectType, key: string, fieldNodes: FieldInfo['fieldNodes']): Read {
    const [node] = fieldNodes
    const field = parentType.getFields()[node.name.value]
    // The only other one is `__typename`.
    if (!field) return () => parentType.name
    const { name: fieldName, type: returnType, resolve = defaultFieldResolver, args } = field
    const complete = completionOf(returnType, { fieldName, fieldNodes, parentType })
    return (source, run, parent) => {
      const path = { prev: parent, key, typename: parentType.name }
      const info = {
        fieldName,
        fieldNodes,
        returnType,
        parentType,
        path,
        schema,
        fragments,
        rootValue: undefined,
        operation,
        variableValues: run.variables,
      }
      let value: unknown
      try {
        const given = args.length > 0 ? getArgumentValues(field, node, run.variables) : {}
        value = resolve(source, given, run.context, info)
      } catch (error) {
        return run.fail(error, returnType, fieldNodes, path)
      }
      return complete(value, run, path, info)
    }
  }
}

/** Reads fields, all at the same time, into an object with their keys. */
function readerOf(fields: (readonly [key: string, read: Read])[]): Read {
  // Copies of one object are faster than objects that grow.
  const empty: Record<string, unknown> = Object.fromEntries(fields.map(([key]) => [key, null]))
  return (source, run, path) => {
    const result = { ...empty }
    let waits = false
    try {
      for (const [key, read] of fields) {
        const value = read(source, run, path)
        result[key] = value
        if (isPromise(value)) waits = true
      }
    } catch (error) {
      if (!waits) throw error
      // The promises of other fields may reject as well.
      return settled(result).finally(() => {
        throw error
      })
    }
    return waits ? settled(result) : result
  }
}

function respond(read: Read, run: CompiledRun): ExecutionResult | Promise<ExecutionResult> {
  try {
    const data = read(undefined, run, undefined)
    if (!isPromise(data)) return run.respond(data)
    return data.then(
      (data) => run.respond(data),
      (error) => run.giveUp(error),
    )
  } catch (error) {
    return run.giveUp(error)
  }
}

/** Executes a valid document with one operation: compiled if possible. */
export function executorOf(schema: GraphQLSchema, document: DocumentNode): Execute {
  return compileQuery(schema, document) ?? ((args) => execute({ ...args, schema, document }))
}
