import { defineConfig } from 'vitest/config'

// Each file imports the server anew, and processes are started by the dozen: they share what was compiled.
process.env.NODE_COMPILE_CACHE ??= new URL('../node_modules/.cache/node', import.meta.url).pathname

export default defineConfig({
  cacheDir: '../node_modules/.vite',
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    // For test/long.config.ts.
    exclude: ['long/**'],
    globalSetup: './support/global-setup.ts',
    // Each file has a database of its own. In one process, the threads share PGlite's compiled code.
    pool: 'threads',
    // More than there are processors: many tests wait for restarts, retries and the queue's next look.
    maxWorkers: 5,
    // Tests wait for events: on a machine whose processors are all busy these come late, and that is no failure.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // Node runs the server's TypeScript itself, in tests as in production.
    experimental: { viteModuleRunner: false },
    env: { NODE_ENV: 'test', LOG_LEVEL: 'silent' },
  },
})
