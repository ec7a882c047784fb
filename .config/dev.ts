import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'

// The server restarts when its files change; Vite hot-reloads the browser apps, even inside the frame.
const root = join(import.meta.dirname, '..')
if (existsSync('.env')) process.loadEnvFile()
const vite = await createServer({ configFile: join(root, 'client/vite.config.ts') })
await vite.listen()
const { port } = vite.config.server

const server = spawn(
  process.execPath,
  [
    '--watch-path=server',
    '--watch-path=prisma',
    '--watch-path=client/i18n',
    '--watch-path=client/graphql',
    '--watch-preserve-output',
    '--import=./.config/pseudo-locale.ts',
    'server/index.ts',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, VITE_URL: `http://127.0.0.1:${port}` } },
)
server.on('exit', async (code) => {
  await vite.close()
  process.exit(code ?? 0)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
