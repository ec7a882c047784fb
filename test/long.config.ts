import { defineConfig } from 'vitest/config'
import config, { project } from './vitest.config.ts'

// What is long by nature, or needs what `npm ci` does not bring: `.ci/long` runs it.
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    projects: [project({ name: 'long', include: ['long/**/*.test.ts'], testTimeout: 600_000 })],
  },
})
