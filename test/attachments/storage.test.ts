import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { AwsV4Signer } from 'aws4fetch'
import { afterAll, describe, expect, test } from 'vitest'
import { bucket } from '../../server/attachments/storage/bucket.ts'
import { disk } from '../../server/attachments/storage/disk.ts'
import { startBucket } from '../support/bucket-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'ticket-center-files-'))
afterAll(() => rmSync(folder, { recursive: true }))
const store = await startBucket()

const filesIn = (path: string) =>
  existsSync(path)
    ? readdirSync(path, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    : []
const part = Buffer.alloc(100_000, 'file')
async function* parts(count: number) {
  for (let at = 0; at < count; at++) yield part
}
async function* broken() {
  yield part
  throw new RangeError('It broke off')
}

describe.for([
  { name: 'a disk', storage: disk(folder), count: () => filesIn(folder).length },
  { name: 'a bucket', storage: bucket(store.url), count: () => store.objects().length },
])('in $name,', ({ storage, count }) => {
  test('a file is stored, read and deleted', async () => {
    const key = randomUUID()
    await storage.put(key, parts(30), 30 * part.length)
    const found = await storage.read(key)
    expect(found?.size).toBe(30 * part.length)
    expect(await buffer(found?.bytes as Readable)).toEqual(
      Buffer.concat(Array.from({ length: 30 }, () => part)),
    )
    await storage.delete(key)
    expect(await storage.read(key)).toBeNull()
    expect(count()).toBe(0)
  })

  test('a failing source is reported, and its remains are deleted', async () => {
    const key = randomUUID()
    await expect(storage.put(key, broken(), 300_000)).rejects.toThrow(RangeError)
    await storage.delete(key)
    expect(await storage.read(key)).toBeNull()
    await expect.poll(count).toBe(0)
  })

  test('a file that is not there is null, and may be deleted', async () => {
    const key = randomUUID()
    expect(await storage.read(key)).toBeNull()
    await storage.delete(key)
  })

  test('an abandoned reader holds nothing open', async () => {
    const key = randomUUID()
    await storage.put(key, parts(30), 30 * part.length)
    const found = await storage.read(key)
    found?.bytes.destroy()
    await storage.delete(key)
    expect(count()).toBe(0)
  })
})

describe('a bucket', () => {
  test.for([
    ['whose secret is wrong', store.url.replace(/:[^:@]+@/, ':wrong@'), /403 SignatureDoesNotMatch/],
    ['that does not exist', store.url.replace('/files', '/other'), /404 NoSuchBucket/],
  ] as const)('%s takes nothing, and says why without the secret', async ([, address, reason]) => {
    const stored = bucket(address).put(randomUUID(), parts(1), part.length)
    await expect(stored).rejects.toThrow(reason)
    await expect(stored).rejects.not.toThrow(/wrong|127\.0\.0\.1/)
    expect(store.objects()).toEqual([])
  })

  test('may be in another region, and its address may end with a slash', async () => {
    const elsewhere = bucket(`${store.url}/?region=eu-central-1`)
    const key = randomUUID()
    await elsewhere.put(key, parts(1), part.length)
    expect(store.objects()).toEqual([key])
    await elsewhere.delete(key)
  })
})

/** “Signature calculations: examples” of the Amazon S3 API reference. */
describe('a request is signed as in the example of AWS for', () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  const welcome = '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072'
  test.for<[string, string, Record<string, string>, string]>([
    [
      'GET',
      'test.txt',
      { range: 'bytes=0-9', 'x-amz-content-sha256': empty },
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ],
    [
      'PUT',
      'test$file.text',
      {
        date: 'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        'x-amz-content-sha256': welcome,
      },
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    ],
    [
      'GET',
      '?lifecycle',
      { 'x-amz-content-sha256': empty },
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    ],
    [
      'GET',
      '?max-keys=2&prefix=J',
      { 'x-amz-content-sha256': empty },
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ],
  ])('%s %s', async ([method, path, headers, signature]) => {
    const signer = new AwsV4Signer({
      ...{ method, headers, url: `https://examplebucket.s3.amazonaws.com/${path}` },
      ...{ service: 's3', region: 'us-east-1', datetime: '20130524T000000Z', allHeaders: true },
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    })
    expect(await signer.signature()).toBe(signature)
  })
})
