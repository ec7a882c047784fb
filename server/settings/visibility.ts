import { noRows } from '../api/conditions.ts'
import { type Context, member } from '../api/context.ts'
import { scopesOf } from '../identity/scopes.ts'

/** Whether the caller may read settings: administrators and keys with SETTINGS_READ. */
export const readsSettings = ({ viewer }: Context) => scopesOf(viewer).readSettings

/** Condition for looking up a row of settings by id: matches nothing for those who may not read settings. */
export function administered(context: Context) {
  return { websiteId: member(context).websiteId, AND: readsSettings(context) ? [] : [noRows] }
}
