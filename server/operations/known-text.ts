import type { DocumentNode } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { type KnownOperation, knownOperation } from './known-operation.ts'

/** Programs send the same few texts again and again. */
const maxTexts = 100

/** Valid texts, the least recently used first, with their operations from the second time on. */
const texts = new Map<string, { document: DocumentNode; known?: KnownOperation | null }>()

/** Remembers the texts that Yoga has parsed and found valid. */
export const rememberTexts: Plugin = {
  onValidate({ params: { documentAST } }) {
    return ({ valid }) => {
      const text = documentAST.loc?.source.body
      if (!valid || text === undefined || texts.has(text)) return
      const [oldest = ''] = texts.keys()
      if (texts.size >= maxTexts) texts.delete(oldest)
      texts.set(text, { document: documentAST })
    }
  },
}

/** The operation of a remembered text; null for any other text, and for several operations. */
export function operationIn(text: string): KnownOperation | null {
  const found = texts.get(text)
  if (!found) return null
  texts.delete(text)
  texts.set(text, found)
  found.known ??= knownOperation(found.document)
  return found.known
}
