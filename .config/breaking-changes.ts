import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core'
import { buildSchema } from 'graphql'
import { pendingIn } from './pending.ts'

interface Breaking {
  message: string
  /** Any of these in backticks refers to the change; the first is the usual name. */
  names: string[]
}

/** What clients of the released schema could no longer do with the current one. */
export async function breakingChanges(released: string, current: string): Promise<Breaking[]> {
  const changes = await diff(buildSchema(released), buildSchema(current))
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map((change) => ({ message: change.message, names: namesOf(change) }))
}

/** Changes that the text does not mention in backticks. */
export function unnamed(changes: Breaking[], text: string): Breaking[] {
  const named = new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name))
  return changes.filter(({ names }) => !names.some((name) => named.has(name)))
}

/**
 * Its path and everything in the schema that contains it: `Mutation.resendMail` is also called `resendMail`, which
 * includes `ResendMailInput`; a renamed type includes the fields of that type.
 */
function namesOf({ path = '', meta }: Change): string[] {
  const parts = path.split('.')
  const above = parts.map((_, length) => parts.slice(0, parts.length - length).join('.'))
  const [type = '', field] = parts
  const root = field && /^(Query|Mutation|Subscription)$/.test(type)
  const mutation = /^(\w+)(?:Input|Payload|Result)$/.exec(type)?.[1]
  const types = Object.entries(meta as Record<string, unknown>)
    .filter(([name, value]) => /^old\w*Type$/.test(name) && typeof value === 'string')
    .map(([, value]) => String(value).replace(/[[\]!]/g, ''))
  return [
    ...(root ? [field, path] : above),
    ...(mutation ? [mutation.charAt(0).toLowerCase() + mutation.slice(1)] : []),
    ...types.filter((name) => !/^(ID|String|Int|Float|Boolean)$/.test(name)),
  ]
}

if (import.meta.main) {
  const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8')
  const changes = await breakingChanges(read('test/schema/released.graphql'), read('schema.graphql'))
  const missing = unnamed(changes, pendingIn(read('CHANGELOG.md')))
  if (missing.length > 0) {
    const lines = missing.map(({ message, names }) => `- \`${names[0]}\`: ${message}`)
    console.error(
      `CHANGELOG.md does not name these breaking changes of the API. Name each below "Pending", in backticks:\n${lines.join('\n')}`,
    )
    process.exitCode = 1
  }
}
