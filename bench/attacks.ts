import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { attacker, attacks, prepareTarget } from '../test/support/attacks.ts'
import { beside } from '../test/support/beside.ts'
import { createTestWebsite } from '../test/support/website.ts'
import { newDatabase } from './new-database.ts'
import { start } from './server.ts'

// How long others wait while one caller attacks, on each database.
for (const database of ['embedded', 'PostgreSQL']) {
  const dataDir = mkdtempSync(join(tmpdir(), 'ticket-center-bench-'))
  const rootKey = randomBytes(32).toString('hex')
  const server = await start('server/index.ts', {
    DATABASE_URL: database === 'embedded' ? '' : await newDatabase(),
    DATA_DIR: dataDir,
    SERVER_KEY: randomBytes(32).toString('hex'),
    ROOT_KEY: rootKey,
    PORT: '0',
    DEMO: 'off',
    // Nothing listens there: emails are written, and wait.
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'support@example.com',
    PUBLIC_URL: 'http://localhost',
    NODE_ENV: 'production',
    LOG_LEVEL: 'info',
  })
  const website = await createTestWebsite(server.origin, rootKey)
  const target = await prepareTarget(website)
  console.log(`Load average before: ${loadavg()[0]?.toFixed(1)}`)
  console.log(`${database}: longest /livez and list of another customer, in ms; outcome of the requests`)
  for (const [at, [name, attack]] of Object.entries(attacks).entries()) {
    const { result, times } = await beside(website, () => attack(target, attacker(at)))
    const [livez, list] = [times.livez, times.list].map((all) =>
      Math.max(...all)
        .toFixed(0)
        .padStart(6),
    )
    console.log(`${livez} ${list}  ${name}: ${result.answered} answered, ${JSON.stringify(result.refused)}`)
  }
  await server.stop()
  rmSync(dataDir, { recursive: true })
}
