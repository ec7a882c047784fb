import { join } from 'node:path'
import { config } from '../../config/config.ts'
import { bucket } from './bucket.ts'
import { disk } from './disk.ts'
import type { Storage } from './interface.ts'

export const storage: Storage = config.storageUrl
  ? bucket(config.storageUrl)
  : disk(join(config.dataDir, 'files'))
