import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Storage } from './interface.ts'

/** Files in a folder that only its owner can read, a subfolder for each last two digits of a key. */
export function disk(folder: string): Storage {
  const pathOf = (key: string) => join(folder, key.slice(-2), key)
  const partOf = (key: string) => `${pathOf(key)}.part`
  return {
    async put(key, source) {
      await mkdir(dirname(pathOf(key)), { recursive: true, mode: 0o700 })
      try {
        await write(partOf(key), source)
        await rename(partOf(key), pathOf(key))
        await sync(dirname(pathOf(key)))
      } catch (error) {
        await rm(partOf(key), { force: true })
        throw error
      }
    },
    async read(key) {
      const file = await openFile(pathOf(key))
      if (!file) return null
      const { size } = await file.stat()
      return { size, bytes: file.createReadStream() }
    },
    async delete(key) {
      await rm(partOf(key), { force: true })
      await rm(pathOf(key), { force: true })
    },
  }
}

async function write(path: string, source: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of source) await file.writeFile(chunk)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Also the new name must survive a power failure. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

async function openFile(path: string): Promise<FileHandle | null> {
  try {
    return await open(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
