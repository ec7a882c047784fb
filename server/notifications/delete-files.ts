import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { emailFolder } from './sending/transport.ts'

/** Deletes the emails with these ids from the folder that they are written to without SMTP_URL. */
export async function deleteEmailFiles(ids: string[]): Promise<void> {
  const gone = new Set(ids)
  for (const name of await filesIn(emailFolder())) {
    const [, id = ''] = /([0-9a-f-]{36})\.eml(?:\.part)?$/.exec(name) ?? []
    if (gone.has(id)) await rm(join(emailFolder(), name), { force: true })
  }
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
