import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import closeWithGrace from 'close-with-grace'
import { giveBackMemory, leaveIdleHeap } from './give-back-memory.ts'
import { messageOf } from './log/message-of.ts'

/** Milliseconds that a shutdown may take before it is forced. */
const delay = 25_000
/** After these, a process cannot go on: with a listener for them, it would hang instead of ending. */
const crashes: closeWithGrace.AllEvents[] = ['SIGILL', 'SIGTRAP', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGSEGV']

leaveIdleHeap()

// A start spends a quarter of its time compiling. Where the folder is not writable, nothing is cached.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/node'))

// Imported here so that an invalid variable is reported as a sentence, without a stack trace.
const { config } = await import('./config/config.ts').catch(giveUp)
const { guardConsole, log } = await import('./log/log.ts')
guardConsole()
if (config.unknownVariables.length > 0)
  log.warn(`Unknown variables have no effect: ${config.unknownVariables.join(', ')}`)

try {
  const { createApp } = await import('./app.ts')
  const app = await createApp()
  closeWithGrace({ delay, logger: log, skip: crashes }, async ({ err }) => {
    if (err) log.fatal({ err }, 'stopping after an unexpected error')
    await app.close()
  })
  const origin = await app.listen()
  log.info({ origin }, 'listening')
  giveBackMemory()
  if (config.demo) {
    process.stdout.write(`
  Ticket Center ${config.version}

  Demo dashboard     ${origin}/
  Operator console   ${origin}/demo/console
  Mailbox            ${origin}/demo/mail
  GraphiQL           ${origin}/graphql

`)
  }
} catch (error) {
  log.fatal({ err: error }, 'could not start')
  giveUp(error)
}

function giveUp(error: unknown): never {
  process.stderr.write(`\n${messageOf(error)}\n\n`)
  process.exit(1)
}
