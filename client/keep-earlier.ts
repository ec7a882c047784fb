import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const maxBuilds = 10

/** The files of each build, newest first: copying the folder may change their timestamps. */
const orderFile = 'builds.json'

/**
 * Reads what open frames of earlier builds may still ask for; the returned function writes it again, after this build's
 * files. A frame stays open while its server is replaced, and asks the new one for the scripts and texts of its build.
 */
export function keepEarlier(assets: string): (current: string[]) => void {
  const earlier = buildsIn(assets)
  const files = [...new Set(earlier.flat())].map((name) => join(assets, name)).filter(existsSync)
  const contents = new Map(files.map((file) => [file, readFileSync(file)]))
  return (current) => {
    const kept = earlier.filter((names) => names.join() !== current.join()).slice(0, maxBuilds)
    for (const name of kept.flat()) {
      const file = join(assets, name)
      const content = contents.get(file)
      if (content) writeFileSync(file, content)
    }
    writeFileSync(join(assets, orderFile), JSON.stringify([current, ...kept]))
  }
}

function buildsIn(assets: string): string[][] {
  const order = join(assets, orderFile)
  const builds: (string | string[])[] = existsSync(order) ? JSON.parse(readFileSync(order, 'utf8')) : []
  // It was once a list of single files.
  return builds.map((names) => [names].flat())
}
