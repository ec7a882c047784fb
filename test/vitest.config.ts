import { defineConfig } from 'vitest/config'

export default defineConfig({
  cacheDir: '../node_modules/.vite',
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: './support/global-setup.ts',
    // Each file has a database of its own; more than two PGlite at once only wait for each other.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Node runs the server's TypeScript itself, in tests as in production.
    experimental: { viteModuleRunner: false },
    env: { NODE_ENV: 'test', LOG_LEVEL: 'silent' },
  },
})
