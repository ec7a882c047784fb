import { FirstScreenDocument, type FirstScreenQuery } from '../../client/graphql/operations.ts'
import type { Context } from '../api/context.ts'
import { documentIdOf } from '../api/requests/trusted-documents.ts'
import { costOf } from '../cost/operation-cost.ts'
import { executeInTurn } from '../cost/take-turns.ts'
import { lineFull } from '../cost/turns.ts'
import { log } from '../log/log.ts'
import { trustedOperation } from '../operations/trusted-operation.ts'
import { schema } from '../schema.ts'

const { document, execute } = trustedOperation(documentIdOf(FirstScreenDocument) ?? '')

/** What a visit costs. */
export const visitCost = () => costOf({ schema, document }) ?? 0

/**
 * The result of the app's first operation, run directly on the schema with the viewer's own rights; null if it fails:
 * the app then sends it again and shows the error.
 */
export async function firstScreen(
  contextValue: Context,
  hungUp: AbortSignal,
): Promise<FirstScreenQuery | null> {
  if (lineFull('read', contextValue)) return null
  const { data, errors } = await executeInTurn('read', contextValue, hungUp, () => execute({ contextValue }))
  if (errors) {
    log.error({ err: errors[0] }, 'first screen failed')
    return null
  }
  return data as FirstScreenQuery
}
