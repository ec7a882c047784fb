import { AdminWebsiteDocument } from '../../graphql/admin-operations.ts'
import type { Ask } from '../api.ts'
import { Failure } from '../failures.ts'

/** The plain UUID of the key's website, as in URLs: the second half of its global id. */
export async function websiteIdOf(ask: Ask): Promise<string> {
  const { website } = await ask(AdminWebsiteDocument, {})
  const id = Buffer.from(website?.id ?? '', 'base64url')
    .toString('utf8')
    .split(':')[1]
  if (!id) throw new Failure('This key belongs to no website')
  return id
}
