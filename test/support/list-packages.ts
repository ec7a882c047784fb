/** To be imported before a server: at its end it lists the packages that it has loaded. */
import { writeSync } from 'node:fs'
import { registerHooks } from 'node:module'

const packages = new Set<string>()
registerHooks({
  load(url, context, nextLoad) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
    if (name) packages.add(name)
    return nextLoad(url, context)
  },
})
process.on('exit', () => writeSync(1, `packages: ${[...packages].sort().join(' ')}.\n`))
