import { join } from 'node:path'
import { configured } from '../../config/config.ts'
import { bucket } from './bucket.ts'
import { disk } from './disk.ts'
import type { Storage } from './interface.ts'

export const storage = configured(
  ({ storageUrl, dataDir }): Storage => (storageUrl ? bucket(storageUrl) : disk(join(dataDir, 'files'))),
)
