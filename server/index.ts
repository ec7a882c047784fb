import closeWithGrace from 'close-with-grace'
import { createApp } from './app.ts'
import { config } from './config.ts'
import { log } from './log.ts'

/** Milliseconds that a shutdown may take before it is forced. */
const delay = 25_000

try {
  const app = await createApp()
  closeWithGrace({ delay, logger: log }, async ({ err }) => {
    if (err) log.fatal({ err }, 'stopping after an unexpected error')
    await app.close()
  })
  const origin = await app.listen()
  log.info({ origin }, 'listening')
  if (config.demo) {
    console.log(`
  Ticket Center ${config.version}

  Demo dashboard     ${origin}/
  Operator console   ${origin}/demo/console
  Mailbox            ${origin}/demo/mail
  GraphiQL           ${origin}/graphql
`)
  }
} catch (error) {
  log.fatal({ err: error }, 'could not start')
  console.error(`\n${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
