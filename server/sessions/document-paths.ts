import { Hono } from 'hono'

/** Paths of the frame's document; the second is the hosted product's: moving here changes only the host. */
export const documentPaths = [
  '/tickets/:websiteId',
  '/:product{urn:crisp\\.im:ticket-center:0}/tickets/:websiteId',
]

const paths = new Hono()
for (const path of documentPaths) paths.get(path, (call) => call.json(call.req.param('websiteId')))

/** The website's id in the address of a frame's document, parsed as the server does; null for another path. */
export async function websiteIdIn({ pathname }: URL): Promise<string | null> {
  const response = await paths.fetch(new Request(`http://localhost${pathname}`))
  return response.ok ? ((await response.json()) as string) : null
}
