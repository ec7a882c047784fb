import { afterEach, describe, expect, test, vi } from 'vitest'
import { createUploads } from '../../../client/attachments/uploads.ts'
import { fileOf, requests, requestsOf, startScene } from './scene.ts'

afterEach(() => vi.unstubAllGlobals())

function open() {
  const scene = startScene()
  const onChange = vi.fn()
  const uploads = createUploads(scene.client, onChange)
  return { ...scene, uploads, onChange, problems: () => uploads.list().map(({ problem }) => problem) }
}

test('two files are sent at a time, and the next one when one has arrived', async () => {
  const { uploads } = open()
  uploads.add(['a', 'b', 'c'].map((name) => fileOf(name)))
  const [first] = await requestsOf(2)
  first?.answer(204)
  await requestsOf(3)
  expect(uploads.list().map(({ id }) => id)).toEqual(['id 1', undefined, undefined])
})

test('a file has the progress of its bytes', async () => {
  const { uploads, onChange } = open()
  uploads.add([fileOf('a', 1_000)])
  const [request] = await requestsOf(1)
  onChange.mockClear()
  request?.upload.onprogress?.({ loaded: 250 })
  expect(uploads.list()[0]?.progress).toBe(0.25)
  expect(onChange).toHaveBeenCalledOnce()
})

test('a file that is removed is no longer sent, and makes room for the next one', async () => {
  const { uploads } = open()
  uploads.add(['a', 'b', 'c'].map((name) => fileOf(name)))
  const [first] = await requestsOf(2)
  uploads.remove(uploads.list()[0]?.key ?? 0)
  expect(first?.isAborted).toBe(true)
  await requestsOf(3)
  expect(uploads.list().map(({ file }) => file.name)).toEqual(['b', 'c'])
})

test('an empty file, one of more than 25 MB and the 11th are not sent', async () => {
  const { uploads, problems } = open()
  uploads.add([fileOf('empty', 0), fileOf('large', 25_000_001), fileOf('largest', 25_000_000)])
  uploads.add(Array.from({ length: 10 }, (_, at) => fileOf(String(at))))
  await requestsOf(2)
  expect(problems()).toEqual(['empty', 'large', ...Array(10).fill(undefined), 'many'])
})

describe('a file that does not arrive', () => {
  test.for([
    [0, 'failed'],
    [408, 'failed'],
    [413, 'large'],
    [415, 'type'],
    [422, 'pixels'],
    [429, 'failed'],
  ] as const)('with status %i has the problem %s', async ([status, problem]) => {
    const { uploads, problems } = open()
    uploads.add([fileOf('a')])
    const [request] = await requestsOf(1)
    request?.answer(status)
    await vi.waitFor(() => expect(problems()).toEqual([problem]))
  })

  test.for([
    ['LimitReached', 'quota'],
    ['InvalidInput', 'failed'],
  ])('because of %s has the problem %s, and is tried again', async ([__typename, problem]) => {
    const { uploads, server, problems } = open()
    server.answer = { __typename: __typename ?? '' }
    uploads.add([fileOf('a')])
    await vi.waitFor(() => expect(problems()).toEqual([problem]))
    expect(requests()).toEqual([])
    delete server.answer
    uploads.retry(uploads.list()[0]?.key ?? 0)
    const [request] = await requestsOf(1)
    request?.answer(204)
    await vi.waitFor(() => expect(uploads.list()).toMatchObject([{ id: 'id 1', progress: 1 }]))
    expect(problems()).toEqual([undefined])
  })
})
