import { createHash, createHmac } from 'node:crypto'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { listen } from './listen.ts'

interface S3rver {
  new (options: object): { configureBuckets(): Promise<void>; callback(): RequestListener }
}
const Server: S3rver = createRequire(import.meta.url)('s3rver')

const credentials = { name: 'S3RVER', secret: 'a/secret+of=40' }

/** A store with the protocol of S3, which checks signatures, and has one bucket. */
export async function startBucket() {
  const directory = mkdtempSync(join(tmpdir(), 'ticket-center-bucket-'))
  const store = new Server({ silent: true, directory, configureBuckets: [{ name: 'files' }] })
  await store.configureBuckets()
  const answer = store.callback()
  let isRefusing = false
  const server = createServer((request, response) => {
    if (isRefusing) response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>')
    // s3rver itself takes every signature of this version.
    else if (isSigned(request)) answer(request, response)
    else response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
  })
  const port = await listen(server, 0)
  afterAll(async () => {
    server.close()
    server.closeAllConnections()
    rmSync(directory, { recursive: true })
  })
  return {
    url: `http://${credentials.name}:${encodeURIComponent(credentials.secret)}@127.0.0.1:${port}/files`,
    refuse: (refusing: boolean) => {
      isRefusing = refusing
    },
    /** The keys of all objects, including interrupted uploads, which S3 does not have. */
    objects: () =>
      globSync('**/*_object', { cwd: join(directory, 'files') })
        .map((path) => path.split('/').at(-1)?.split('.')[0] ?? '')
        .sort(),
  }
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** Whether a request has the signature (version 4) of our credentials, for any region. */
function isSigned({ method, url = '', headers }: IncomingMessage): boolean {
  const pattern = /Credential=S3RVER\/(\d+\/[\w-]+\/s3\/aws4_request), SignedHeaders=(\S+), Signature=(\w+)/
  const [, scope = '', names = '', signature] = pattern.exec(headers.authorization ?? '') ?? []
  const [path, query = ''] = url.split('?')
  const signedHeaders = names.split(';').map((name) => `${name}:${headers[name]}\n`)
  const payload = headers['x-amz-content-sha256']
  const request = [method, path, query, signedHeaders.join(''), names, payload].join('\n')
  const hash = createHash('sha256').update(request).digest('hex')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash].join('\n')
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${credentials.secret}`)
  return hmac(key, text).toString('hex') === signature
}
