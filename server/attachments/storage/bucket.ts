import { Readable } from 'node:stream'
import { pathOf, type Storage } from './interface.ts'

type Body = { source: AsyncIterable<Uint8Array>; size: number }

/**
 * Files in a bucket of S3, or of a store with the same protocol. The address is the bucket's, with an access key and its
 * secret: `https://KEY:SECRET@s3.eu-central-1.amazonaws.com/files?region=eu-central-1`.
 */
export function bucket(address: string): Storage {
  const { url: base, ...signature } = partsOf(address)

  /** Redirects are not followed: the signature is for one host. */
  async function send(method: string, key: string, body?: Body): Promise<Response> {
    // Loaded by those who use it.
    const { AwsV4Signer } = await import('aws4fetch')
    const signer = new AwsV4Signer({ method, url: `${base}/${pathOf(key)}`, service: 's3', ...signature })
    const { url, headers } = await signer.sign()
    // Proxies may change what is not signed.
    headers.set('accept-encoding', 'identity')
    if (body) headers.set('content-length', String(body.size))
    const sent = body ? { body: Readable.from(body.source), duplex: 'half' } : {}
    return fetch(url, { method, headers, redirect: 'error', ...sent } as RequestInit)
  }

  return {
    async put(key, source, size) {
      let failure: unknown
      const watched = watch(source, (error) => {
        failure = error
      })
      const response = await send('PUT', key, { source: watched, size }).catch((error) => {
        throw failure ?? error
      })
      await expectStatus(response, 200)
    },
    async read(key) {
      const response = await send('GET', key)
      if (response.status === 404) {
        await response.body?.cancel()
        return null
      }
      if (response.status !== 200 || !response.body) throw await refusal(response)
      const size = Number(response.headers.get('content-length'))
      return { size, bytes: Readable.fromWeb(response.body as never) }
    },
    async delete(key) {
      await expectStatus(await send('DELETE', key), 204, 404)
    },
  }
}

function partsOf(address: string) {
  const { origin, pathname, username, password, searchParams } = new URL(address)
  return {
    url: origin + pathname.replace(/\/+$/, ''),
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    region: searchParams.get('region') ?? undefined,
  }
}

/** A failing source only breaks the connection: its error is thrown here. */
async function* watch(source: AsyncIterable<Uint8Array>, onError: (error: unknown) => void) {
  try {
    yield* source
  } catch (error) {
    onError(error)
    throw error
  }
}

async function expectStatus(response: Response, ...statuses: number[]): Promise<void> {
  if (!statuses.includes(response.status)) throw await refusal(response)
  await response.body?.cancel()
}

/** With S3's error code, such as AccessDenied. */
async function refusal(response: Response): Promise<Error> {
  const [, code = ''] = /<Code>(\w+)<\/Code>/.exec(await response.text().catch(() => '')) ?? []
  return Object.assign(new Error(`The store answered ${response.status} ${code}`), { code })
}
