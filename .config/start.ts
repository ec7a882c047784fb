import { existsSync } from 'node:fs'

// `npm start`: builds what is stale, reads .env, and becomes the server.
await import('./build.ts')
if (existsSync('.env')) process.loadEnvFile()
await import('../server/index.ts')
