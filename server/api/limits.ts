import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  Kind,
  type ParseOptions,
  type SelectionSetNode,
  type validate,
} from 'graphql'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { configured } from '../config/config.ts'
import { coded, rateLimited } from './errors.ts'

export const bodyLimit = 512 * 1024
export const tokenLimit = 1_000
export const selectionLimit = 3_000
export const sourceLimit = 20_000

/** Refuses an operation before it costs anything: an Envelop plugin, for HTTP and WebSocket alike. */
export const documentLimits = {
  onParse({ parseFn, setParseFn }: { parseFn: Parse; setParseFn: (parse: Parse) => void }) {
    setParseFn((source, options) =>
      parseFn(source, {
        ...options,
        maxLexicalTokens: tokenLimit,
        maxComments: 100,
        maxSourceLength: sourceLimit,
      }),
    )
  },
  onValidate({ params, validateFn, setValidationFn, setResult }: ValidateHook) {
    const fields = selections(params.documentAST)
    if (fields > selectionLimit) {
      const message = `The operation selects more than ${selectionLimit} fields`
      setResult([coded('QUERY_TOO_COMPLEX', message, { fields, limit: selectionLimit })])
    } else {
      setValidationFn((schema, document, rules, options) =>
        validateFn(schema, document, rules, { ...options, maxErrors: 5 }),
      )
    }
  },
}

type Parse = (source: string, options?: ParseOptions) => DocumentNode
interface ValidateHook {
  params: { documentAST: DocumentNode }
  validateFn: typeof validate
  setValidationFn: (validateFn: typeof validate) => void
  setResult: (errors: readonly GraphQLError[]) => void
}

/**
 * Number of fields that a document selects once its fragments are expanded, each counted once per spread: a few lines
 * of fragments that spread each other twice would keep validation busy for minutes.
 */
export function selections(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  const sizes = new Map<string, number>()
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  }
  function spread(name: string): number {
    const known = sizes.get(name)
    if (known !== undefined) return known
    sizes.set(name, 0) // a cycle: validation names it in its error
    const fragment = fragments.get(name)
    const size = fragment ? count(fragment.selectionSet) : 0
    sizes.set(name, size)
    return size
  }
  function count(set: SelectionSetNode): number {
    let size = 0
    for (const node of set.selections) {
      size += 1
      if (node.kind === Kind.FRAGMENT_SPREAD) size += spread(node.name.value)
      else if (node.selectionSet) size += count(node.selectionSet)
    }
    return Math.min(size, Number.MAX_SAFE_INTEGER / 2)
  }
  let size = 0
  for (const node of document.definitions) if ('selectionSet' in node) size += count(node.selectionSet)
  return size
}

export const refusalsPerMinute = 60

const limiters = configured(() => ({
  /** Invalid signatures and the like, by address; valid ones are never delayed, as an office may share one. */
  refusal: new RateLimiterMemory({ points: refusalsPerMinute, duration: 60 }),
  /** Requests for sign-in links, by network address and by operator's address. */
  signInLink: new RateLimiterMemory({ points: 20, duration: 900 }),
  signInLinkTo: new RateLimiterMemory({ points: 5, duration: 900 }),
}))

/** Takes one from the caller's limit. Throws RATE_LIMITED with `retryAfter` in seconds if it is used up. */
export async function take(limit: keyof ReturnType<typeof limiters>, caller: string): Promise<void> {
  try {
    await limiters()[limit].consume(caller)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const retryAfter = Math.ceil(error.msBeforeNext / 1_000)
    throw rateLimited(`Too many requests: try again in ${retryAfter} seconds`, retryAfter)
  }
}
