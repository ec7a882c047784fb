import { test } from 'vitest'
import { hostileCaller, hostilePlaces, hostileTexts } from '../schema/hostile-calls.ts'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const hostile = hostileTexts(website.websiteId)
const expectNoInternalError = await hostileCaller(origin, rootKey, website)

test.for(await hostilePlaces())('no hostile text at all causes an internal error in $name', (place) =>
  expectNoInternalError(place, hostile),
)
