import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathOf, type Storage } from './interface.ts'

/** Files in a folder that only its owner can read. */
export function disk(folder: string): Storage {
  const fileOf = (key: string) => join(folder, pathOf(key))
  const partOf = (key: string) => `${fileOf(key)}.part`
  return {
    async put(key, source) {
      await mkdir(dirname(fileOf(key)), { recursive: true, mode: 0o700 })
      try {
        await write(partOf(key), source)
        await rename(partOf(key), fileOf(key))
        await sync(dirname(fileOf(key)))
      } catch (error) {
        await rm(partOf(key), { force: true })
        throw error
      }
    },
    async read(key) {
      const file = await openFile(fileOf(key))
      if (!file) return null
      const { size } = await file.stat()
      return { size, bytes: file.createReadStream() }
    },
    async delete(key) {
      await rm(partOf(key), { force: true })
      await rm(fileOf(key), { force: true })
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

/** The new name must survive a power failure as well. */
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
