import type { Readable } from 'node:stream'

/** Stores the bytes of files. We choose the keys: random, and never used twice. */
export interface Storage {
  /** Stores everything that the source yields, exactly `size` bytes, or nothing if it throws. */
  put(key: string, source: AsyncIterable<Uint8Array>, size: number): Promise<void>
  /** Null if the file does not exist. */
  read(key: string): Promise<{ size: number; bytes: Readable } | null>
  /** Deletes a file, and what a broken `put` has left; it may be gone already. */
  delete(key: string): Promise<void>
}

/** In every store: folders by the last two digits, so that disks and backups stay fast. */
export const pathOf = (key: string) => `${key.slice(-2)}/${key}`
