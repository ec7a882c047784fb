import {
  type ExecutionResult,
  type FieldNode,
  type GraphQLError,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isNonNullType,
  locatedError,
  responsePathAsArray,
} from 'graphql'

export type Path = GraphQLResolveInfo['path']

/** One execution of a compiled query, with its errors. */
export class CompiledRun {
  readonly context: unknown
  readonly variables: Record<string, unknown>
  #errors: GraphQLError[] = []
  /** Places that are null because of an error; undefined for the whole response. */
  #nulled = new Set<Path | undefined>()

  constructor(context: unknown, variables: Record<string, unknown>) {
    this.context = context
    this.variables = variables
  }

  respond(data: unknown): ExecutionResult {
    const found = data as Record<string, unknown> | null
    return this.#errors.length > 0 ? { errors: this.#errors, data: found } : { data: found }
  }

  /** The response if an error leaves no data. */
  giveUp(error: unknown): ExecutionResult {
    this.#note(error as GraphQLError, undefined)
    return this.respond(null)
  }

  /** Replaces a failed value by null, unless its type forbids null. */
  fail(thrown: unknown, type: GraphQLOutputType, nodes: readonly FieldNode[], path: Path): null {
    const error = locatedError(thrown, nodes, responsePathAsArray(path))
    if (isNonNullType(type)) throw error
    this.#note(error, path)
    return null
  }

  /** Errors inside something that is already null are not reported. */
  #note(error: GraphQLError, path: Path | undefined): void {
    let place = path
    while (place && !this.#nulled.has(place)) place = place.prev
    if (this.#nulled.has(place)) return
    this.#nulled.add(path)
    this.#errors.push(error)
  }
}
