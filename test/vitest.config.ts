import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { defineConfig, type UserWorkspaceConfig } from 'vitest/config'

// Threads import the server again, and many processes are started: they share compiled code.
process.env.NODE_COMPILE_CACHE ??= new URL('../node_modules/.cache/node', import.meta.url).pathname

// Embedded databases run for seconds: making their code fast would take longer than it saves. And where V8 frees code of
// theirs, it may lose count and end the process (nodejs/node#64500).
for (const flag of ['--liftoff-only', '--no-wasm-code-gc']) setFlagsFromString(flag)

const root = import.meta.dirname
// For test/long.config.ts.
const long = 'long/**'

const files = globSync('**/*.test.ts', { cwd: root, exclude: [long] })
const holding = (text: RegExp) => files.filter((file) => text.test(readFileSync(join(root, file), 'utf8')))

/** Files that share a server with earlier ones in their thread, in three kinds. */
const sharing = holding(/await start(App|Emailing|Receiving|ReceivingEmails)\(\)/)
const receiving = holding(/await startReceiving/)
/** They count the subscriptions of the server, and wait until theirs have ended. */
const counting = holding(/await (listening|waiting)\(/).filter((file) => sharing.includes(file))

/** Files that change what is global, each with a separate thread. */
const alone = holding(
  /process\.env\.\w+ = |delete process\.env|\bvi\.(use|setSystem|stub)|\/scene\.ts'|pseudo-locale/,
)

/** Files that start a server of their own: those of a thread do so one after the other. */
const restarting = holding(/startOwn(App|Emailing)|startHere|openEmailScene|killWhile(Emailing|Posting)/)

type Options = NonNullable<UserWorkspaceConfig['test']>

/** A project: the shared options, and its own. */
export const project = (options: Options): UserWorkspaceConfig => ({
  cacheDir: '../node_modules/.vite',
  test: {
    root,
    // In one process, the threads share PGlite's compiled code.
    pool: 'threads',
    // Tests wait for events: on a busy machine these come late, which is not a failure.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // Node runs the server's TypeScript itself, in tests as in production.
    experimental: { viteModuleRunner: false },
    env: { NODE_ENV: 'test', LOG_LEVEL: 'silent' },
    ...options,
  },
})

export default defineConfig({
  cacheDir: '../node_modules/.vite',
  test: {
    root,
    globalSetup: './support/global-setup.ts',
    // More than there are processors: many tests wait for restarts, retries and the queue's next check, and for a
    // PostgreSQL server, which is a process of its own.
    maxWorkers: process.env.TEST_DATABASE_URL ? 6 : 4,
    projects: [
      project({ name: 'alone', include: alone, exclude: sharing }),
      project({ name: 'restarting', include: restarting, exclude: [...alone, ...sharing], isolate: false }),
      project({ name: 'shared', include: sharing, exclude: [...receiving, ...counting], isolate: false }),
      project({ name: 'receiving', include: receiving, isolate: false }),
      project({ name: 'counting', include: counting, exclude: receiving, isolate: false }),
      project({
        name: 'plain',
        include: files,
        exclude: [...alone, ...restarting, ...sharing],
        isolate: false,
      }),
    ],
  },
})
