import type { Client } from '@urql/core'
import { vi } from 'vitest'

/** A request that sends a file's bytes; the test moves it. */
class FakeRequest {
  static all: FakeRequest[] = []
  upload: { onprogress?: (event: { loaded: number }) => void } = {}
  onloadend?: () => void
  status = 0
  isAborted = false
  open(): void {}
  send(): void {
    FakeRequest.all.push(this)
  }
  abort(): void {
    this.isAborted = true
    this.onloadend?.()
  }
  answer(status: number): void {
    this.status = status
    this.onloadend?.()
  }
}

type Answer = { __typename: string; upload?: { id: string; url: string } }

/** A browser, and a server that announces uploads, until `answer` is another. */
export function startScene() {
  FakeRequest.all = []
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
  const server: { answer?: Answer } = {}
  let count = 0
  const upload = () => ({ id: `id ${++count}`, url: 'https://tickets.test/uploads/1' })
  const announced = (): Answer => ({ __typename: 'CreateUploadPayload', upload: upload() })
  const client = {
    mutation: async () => ({ data: { createUpload: server.answer ?? announced() } }),
  } as unknown as Client
  return { client, server }
}

export const requests = () => FakeRequest.all

/** Resolves with the requests once there are so many. */
export async function requestsOf(count: number): Promise<FakeRequest[]> {
  await vi.waitFor(() => {
    if (requests().length !== count) throw new Error(`${requests().length} requests`)
  })
  return requests()
}

/** A file of so many bytes, which it does not have. */
export function fileOf(name: string, size = 1_000): File {
  return Object.defineProperty(new File([], name), 'size', { value: size })
}
