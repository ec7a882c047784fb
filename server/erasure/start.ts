import { work } from '../jobs/jobs.ts'
import { deleteWebsite } from './delete-in-batches.ts'
import { finish } from './finish.ts'

export async function startErasing(): Promise<void> {
  await work('finish-erasure', finish)
  await work('delete-website', deleteWebsite)
}
