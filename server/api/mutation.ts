import type { InputFieldMap } from '@pothos/core'
import type { GraphQLResolveInfo } from 'graphql'
import type { z } from 'zod'
import type { Scopes } from '../identity/scopes.ts'
import { codeOf, limitMessage } from '../text/broken.ts'
import { builder, type OutputFields, type Types } from './builder.ts'
import type { Context } from './context.ts'
import {
  type Conflict,
  type InputIssue,
  InvalidInput,
  type LimitReached,
  type NotAllowed,
  type NotDelivered,
  type NotFound,
} from './errors.ts'
import { inputSize } from './input-size.ts'
import { writeCost } from './prices.ts'
import { untilRefused } from './until-refused.ts'

export type InputFields = PothosSchemaTypes.InputFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<Types>,
  'InputObject'
>
type UserErrorClass =
  | typeof NotFound
  | typeof LimitReached
  | typeof Conflict
  | typeof NotAllowed
  | typeof NotDelivered

interface Mutation<Input, Result> {
  description: string
  /** Who may call; null for everybody. Checked before the input. */
  scope: Partial<Scopes> | null
  /** What an input requires besides, before it is checked. */
  scopeOf?: (input: Record<string, unknown>) => Partial<Scopes>
  fields: (t: InputFields) => InputFieldMap
  /** Rules of the input; unknown fields never get this far. */
  input: z.ZodType<Input>
  /** Fields with characters that cannot be stored never cause a refusal: the rules clean them, or `work` does. */
  cleaned?: string[]
  errors?: UserErrorClass[]
  payload: (t: OutputFields<Result>) => object
  work: (input: Input, context: Context, info: GraphQLResolveInfo) => Promise<Result>
}

/**
 * A mutation: scope, then input, then work. Returns a union of its payload and the errors it lists. The payload is read
 * with the caller's rights, as `readBack` does; a repeat (`once`) is authorized like a first call.
 */
export function mutation<Input, Result extends object>(name: string, options: Mutation<Input, Result>): void {
  const { scope, scopeOf } = options
  builder.relayMutationField(
    name,
    { inputFields: options.fields },
    {
      description: options.description,
      nullable: true,
      authScopes: scopeOf
        ? (_root, { input }) => ({ $all: { ...scope, ...scopeOf({ ...input }) } })
        : (scope ?? undefined),
      errors: { types: [InvalidInput, ...(options.errors ?? [])] },
      complexity: scope ? costOfWrite : costOfInput,
      extensions: { open: scope === null },
      resolve: (async (
        _root: object,
        { input }: { input: unknown },
        context: Context,
        info: GraphQLResolveInfo,
      ) => {
        const work = () => options.work(parseInput(options.input, input, options.cleaned), context, info)
        return scope ? work() : untilRefused(context, work)
      }) as never,
    },
    { outputFields: options.payload as never },
  )
}

export const charactersPerPoint = 40

const costOfInput = ({ input }: { input?: unknown }) => Math.ceil(inputSize(input) / charactersPerPoint)

const costOfWrite = (args: { input?: unknown }) => writeCost + costOfInput(args)

/** Parses the input. Throws InvalidInput with every issue, not only the first. */
function parseInput<Input>(rules: z.ZodType<Input>, input: unknown, cleaned: string[] = []): Input {
  const unkept = Object.entries(input ?? {}).flatMap(([name, part]) =>
    cleaned.includes(name) ? [] : unkeptCharacters(part, ['input', name]),
  )
  if (unkept.length > 0) throw new InvalidInput(unkept)
  const checked = byRules(rules, input, ['input'])
  if (checked.issues) throw new InvalidInput(checked.issues)
  return checked.data
}

type Checked<Data> = { data: Data; issues?: undefined } | { issues: InputIssue[] }

/** The same for an item of a list that the rules of the mutation leave alone: its issues are data. */
export function checkItem<Item>(rules: z.ZodType<Item>, item: unknown, path: string[]): Checked<Item> {
  const unkept = unkeptCharacters(item, path)
  return unkept.length > 0 ? { issues: unkept } : byRules(rules, item, path)
}

function byRules<Data>(rules: z.ZodType<Data>, value: unknown, above: string[]): Checked<Data> {
  const { success, data, error } = rules.safeParse(value, { error: limitMessage })
  if (success) return { data }
  return {
    issues: error.issues.map((issue) => ({
      path: [...above, ...issue.path.map(String)],
      message: issue.message,
      ...codeOf(issue),
    })),
  }
}

/** PostgreSQL stores every character except null, and no halves of characters. */
function unkeptCharacters(value: unknown, path: string[]): InputIssue[] {
  if (typeof value !== 'string') {
    return Object.entries(value ?? {}).flatMap(([name, part]) => unkeptCharacters(part, [...path, name]))
  }
  const code = 'CHARACTERS_INVALID'
  if (value.includes('\0')) return [{ path, code, message: 'Null characters cannot be stored' }]
  return value.isWellFormed() ? [] : [{ path, code, message: 'Unpaired surrogates cannot be stored' }]
}
