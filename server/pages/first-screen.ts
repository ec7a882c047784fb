import { createRequest } from '@urql/core'
import { execute } from 'graphql'
import { FirstScreenDocument } from '../../client/graphql/operations.ts'
import type { Viewer } from '../access/viewer.ts'
import { contextOf } from '../context.ts'
import { log } from '../log.ts'
import { schema } from '../schema.ts'

const request = createRequest(FirstScreenDocument, {})

/**
 * The result of the app's first operation, for its cache: run on the schema directly, with the viewer's own rights.
 * Empty when it fails: the app then asks by itself, and shows what is wrong.
 */
export async function firstScreen(
  viewer: Viewer,
  address: string,
): Promise<Record<string, { data: string }>> {
  const contextValue = contextOf(viewer, address)
  const { data, errors } = await execute({ schema, document: FirstScreenDocument, contextValue })
  if (errors) {
    log.error({ err: errors[0] }, 'first screen failed')
    return {}
  }
  return { [request.key]: { data: JSON.stringify(data) } }
}
