import { Hono } from 'hono'

/** Where the frame's document is; the second is the path of the hosted product: moving here changes the host only. */
export const documentPaths = [
  '/tickets/:websiteId',
  '/:product{urn:crisp\\.im:ticket-center:0}/tickets/:websiteId',
]

const paths = new Hono()
for (const path of documentPaths) paths.get(path, (call) => call.json(call.req.param('websiteId')))

/** The website's id in the address of the frame's document, read as the server reads it; null for another path. */
export async function websiteIdIn({ pathname }: URL): Promise<string | null> {
  const response = await paths.fetch(new Request(`http://localhost${pathname}`))
  return response.ok ? ((await response.json()) as string) : null
}
