import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { released } from './pending.ts'

// `npm run release VERSION`: turns what is pending into a version, to be reviewed and committed.
const root = join(import.meta.dirname, '..')
const [version = ''] = process.argv.slice(2)
const changelog = join(root, 'CHANGELOG.md')

if (!/^\d+\.\d+\.\d+$/.test(version)) {
  console.error('Usage: npm run release VERSION, such as 0.2.0')
  process.exit(2)
}
const [date = ''] = new Date().toISOString().split('T')
writeFileSync(changelog, released(readFileSync(changelog, 'utf8'), version, date))
copyFileSync(join(root, 'schema.graphql'), join(root, 'test/schema/released.graphql'))
execFileSync('npm', ['version', version, '--no-git-tag-version', '--allow-same-version'], { cwd: root })
