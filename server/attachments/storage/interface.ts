import type { Readable } from 'node:stream'

/** Where the bytes of files are. Keys are ours: random, and never used twice. */
export interface Storage {
  /** Stores everything that the source yields, or nothing if it throws. */
  put(key: string, source: AsyncIterable<Uint8Array>): Promise<void>
  /** Null if there is no such file. */
  read(key: string): Promise<{ size: number; bytes: Readable } | null>
  /** Deletes a file, and what a broken `put` has left; it may be gone already. */
  delete(key: string): Promise<void>
}
