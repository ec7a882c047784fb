import { createHash } from 'node:crypto'
import {
  concatAST,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
} from 'graphql'

interface Source {
  document?: DocumentNode
}

/**
 * Plugin for graphql-codegen. The TypeScript output has each operation's name and id (the SHA-256 of its text); the
 * JSON output maps ids to texts, for the server.
 */
export function plugin(
  _schema: GraphQLSchema,
  sources: Source[],
  _config: object,
  { outputFile }: { outputFile: string },
): string {
  const { definitions } = concatAST(sources.flatMap(({ document }) => document ?? []))
  const operations = definitions.filter(isOperation).map((operation) => trusted(operation, definitions))
  const texts = Object.fromEntries(operations.map(({ id, text }) => [id, text] as const).sort())
  if (outputFile.endsWith('.json')) return `${JSON.stringify(texts, null, 2)}\n`
  const file = `documents-${hashOf(Object.keys(texts).join()).slice(0, 12)}.json`
  return [
    ...operations.map(({ id, name, type }) => constant(id, name, type)),
    '/** Name under `/assets` of the texts of these operations. */',
    `export const documentsFile = '${file}'`,
  ].join('\n')
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

const isOperation = (definition: DefinitionNode): definition is OperationDefinitionNode =>
  definition.kind === Kind.OPERATION_DEFINITION

function trusted(operation: OperationDefinitionNode, all: readonly DefinitionNode[]) {
  const text = print({ kind: Kind.DOCUMENT, definitions: [operation, ...fragmentsOf(operation, all)] })
  return {
    id: hashOf(text),
    text,
    name: operation.name?.value ?? '',
    type: operation.operation,
  }
}

/** Fragments that the operation spreads, directly or through others, each once. */
function fragmentsOf(
  operation: OperationDefinitionNode,
  all: readonly DefinitionNode[],
): FragmentDefinitionNode[] {
  const found = new Map<string, FragmentDefinitionNode>()
  function collect(definition: DefinitionNode): void {
    visit(definition, {
      FragmentSpread({ name: { value } }) {
        const fragment = all.find(
          (one): one is FragmentDefinitionNode =>
            one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === value,
        )
        if (!fragment || found.has(value)) return
        found.set(value, fragment)
        collect(fragment)
      },
    })
  }
  collect(operation)
  return [...found.values()]
}

function constant(id: string, name: string, type: string): string {
  const [first = '', ...rest] = type
  const result = `${name}${first.toUpperCase()}${rest.join('')}`
  return `export const ${name}Document = /* @__PURE__ */ trusted<${result}, ${result}Variables>('${type}', '${name}', '${id}')`
}
