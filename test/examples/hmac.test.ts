import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const examples = join(import.meta.dirname, '../../client/console/settings/examples')
const secret = '713ecca8a85c864ed4a66642ec04f18e2dc06d042a72a1a3ddc09d87a533c154'
/** The first is the documented test vector; the second was signed by OpenSSL. */
const vectors = {
  'john.doe@acme.com': 'e2e1a7990b002d72db912d1d14d600cf5d79d2b1915d9d009bb0cbb13357ae5f',
  'jürgen+ticket@bücher.example': '21e7ee97e32a247432b1c52ec3cf99f485e2bfa2abf940229eb1e236dde28b43',
}

const languages = {
  'Node.js': { command: process.execPath, version: '--version', file: 'hmac.mjs' },
  PHP: { command: 'php', version: '--version', file: 'hmac.php' },
  Go: { command: 'go', version: 'version', before: ['run'], file: 'hmac.go' },
  // Isolated; otherwise `import hmac` would find the example itself.
  Python: { command: 'python3', version: '--version', before: ['-I'], file: 'hmac.py' },
  Ruby: { command: 'ruby', version: '--version', file: 'hmac.rb' },
}

/** The CI machine has these: there, a skipped test would go unnoticed. */
const demanded = process.env.CI === 'true' ? ['Node.js', 'PHP', 'Go'] : ['Node.js']

describe('the example for signing an email', () => {
  for (const [language, { command, version, file, ...more }] of Object.entries(languages)) {
    const missing = spawnSync(command, [version]).status !== 0
    if (missing) console.warn(`${language} IS NOT INSTALLED: its HMAC example is not tested`)

    // The first `go run` compiles the standard library.
    test.skipIf(missing && !demanded.includes(language))(
      `in ${language} computes the right HMAC`,
      { timeout: 180_000 },
      () => {
        const before = 'before' in more ? more.before : []
        const run = (email: string) =>
          execFileSync(command, [...before, join(examples, file), email], {
            encoding: 'utf8',
            env: { ...process.env, TICKET_CENTER_SECRET: secret, CGO_ENABLED: '0' },
          }).trim()
        for (const [email, hmac] of Object.entries(vectors)) expect(run(email)).toBe(hmac)
      },
    )
  }
})
