import { defineConfig } from 'vitest/config'
import config from './vitest.config.ts'

// What is long by nature, or needs what `npm ci` does not bring: `.ci/long` runs it.
export default defineConfig({
  ...config,
  test: { ...config.test, include: ['long/**/*.test.ts'], exclude: [], testTimeout: 600_000 },
})
