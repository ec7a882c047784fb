import { globSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { killDuringUpload } from './upload-kill.ts'

const keysIn = ({ DATA_DIR = '' }) =>
  globSync('*/*', { cwd: join(DATA_DIR, 'files') })
    .map((path) => path.slice(3).replace('.part', ''))
    .sort()

const { environment, check } = await killDuringUpload({}, keysIn)
const { origin } = await startOwnApp({}, environment)

test('a server killed during an upload to its disk leaves nothing of it after a day, and takes it again', () =>
  check(origin))
