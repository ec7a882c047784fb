import { existsSync } from 'node:fs'

// `npm start`: builds what is stale, reads .env, and becomes the server.
const { NODE_ENV } = process.env
await import('./build.ts')
// Where Vite has built something, it has made this process a production one.
if (NODE_ENV === undefined) delete process.env.NODE_ENV
if (existsSync('.env')) process.loadEnvFile()
await import('../server/index.ts')
