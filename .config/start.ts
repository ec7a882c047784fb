import { existsSync } from 'node:fs'
import { leaveIdleHeap } from '../server/give-back-memory.ts'

// `npm start`: builds what is stale, reads .env, and then runs the server.
leaveIdleHeap()
const { NODE_ENV } = process.env
await import('./build.ts')
// If Vite has built something, it has set this process to production.
if (NODE_ENV === undefined) delete process.env.NODE_ENV
if (existsSync('.env')) process.loadEnvFile()
await import('../server/index.ts')
