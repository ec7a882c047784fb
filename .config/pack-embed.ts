import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Builds the npm package of client/embed into client/dist/embed, and packs it into the folder that is given.
const root = join(import.meta.dirname, '..')
const source = join(root, 'client/embed')
const output = join(root, 'client/dist/embed')
const [destination = root] = process.argv.slice(2)

rmSync(output, { recursive: true, force: true })
execFileSync(join(root, 'node_modules/.bin/tsc'), ['--project', source], { stdio: 'inherit' })
const read = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const manifest = { ...read(source), version: read(root).version }
writeFileSync(join(output, 'package.json'), JSON.stringify(manifest, null, 2))
copyFileSync(join(source, 'README.md'), join(output, 'README.md'))
copyFileSync(join(root, 'LICENSE'), join(output, 'LICENSE'))
execFileSync('npm', ['pack', output, '--pack-destination', destination], { stdio: 'inherit' })
