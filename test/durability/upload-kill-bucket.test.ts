import { test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { startBucket } from '../support/bucket-server.ts'
import { killDuringUpload } from './upload-kill.ts'

const { url, objects } = await startBucket()
const { environment, check } = await killDuringUpload({ STORAGE_URL: url }, objects)
const { origin } = await startOwnApp({ STORAGE_URL: url }, environment)

test('a server killed during an upload to a bucket leaves nothing of it after a day, and takes it again', () =>
  check(origin))
