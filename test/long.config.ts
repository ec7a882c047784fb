import { defineConfig } from 'vitest/config'
import config, { project } from './vitest.config.ts'

// Slow tests, and tests that need more than `npm ci` installs: run by `.ci/long`.
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    projects: [project({ name: 'long', include: ['long/**/*.test.ts'], testTimeout: 600_000 })],
  },
})
