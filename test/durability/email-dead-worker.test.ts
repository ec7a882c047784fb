import { describe, test } from 'vitest'
import { postgres } from '../support/environment.ts'
import { expectTakeover, openEmailScene, openTicket } from './email-scene.ts'

const jane = 'jane@example.com'

// For the embedded database, with one process after another, see email-unacknowledged.test.ts.
describe.skipIf(!postgres)('with a process that is sending an email', () => {
  test.for(['worker', 'all'] as const)(
    'that is killed (ROLE=%s), another one sends it',
    async (role, context) => {
      const scene = await openEmailScene(context)
      const web = await scene.startHere({ ROLE: 'web' })
      scene.mailbox.mood = () => 'hang'
      await openTicket(await scene.makeWebsite(), jane)
      await web.stop()
      const holder = await scene.startAnother(role)
      await expectTakeover(scene, jane, holder)
    },
  )
})
