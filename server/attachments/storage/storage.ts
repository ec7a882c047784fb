import { join } from 'node:path'
import { config } from '../../config/config.ts'
import { disk } from './disk.ts'
import type { Storage } from './interface.ts'

export const storage: Storage = disk(join(config.dataDir, 'files'))
