import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, WrongUsage } from './failures.ts'

/** The server to call, and the keys found for it. */
export interface Server {
  /** Origin of its API. */
  url: string
  /** Origin for browsers. */
  publicUrl: string
  /** File for the API key of a server with an embedded database; undefined for any other. */
  keyFile: string | undefined
  /** The key to use, and where it was found. Throws when there is none. */
  findKey: (root: boolean) => Key
}

interface Key {
  text: string
  source: string
}

type Environment = Record<string, string | undefined>

/**
 * Reads TICKET_CENTER_URL and TICKET_CENTER_KEY. Without a URL, it uses the server on this machine and that server's
 * own keys, which are never sent anywhere else.
 */
export function findServer(environment: Environment): Server {
  const given = environment.TICKET_CENTER_URL
  const url = origin('TICKET_CENTER_URL', given || `http://localhost:${environment.PORT || 4000}`)
  const dataDir = environment.DATA_DIR || 'data'
  const embedded = !given && !environment.DATABASE_URL && !environment.DATABASE_URL_FILE

  function findKey(root: boolean) {
    const keys: (Key | undefined)[] = [
      variable(environment, 'TICKET_CENTER_KEY'),
      fileOf(environment, 'TICKET_CENTER_KEY_FILE'),
    ]
    if (!given && root)
      keys.push(
        variable(environment, 'ROOT_KEY'),
        fileOf(environment, 'ROOT_KEY_FILE'),
        file(join(dataDir, 'root.key')),
      )
    if (!given && !root) keys.push(file(join(dataDir, 'admin.key')), file(join(dataDir, 'demo.key')))
    const found = keys.find((key) => key?.text)
    if (found) return found
    throw new Failure(
      `There is no ${root ? 'root' : 'API'} key: set TICKET_CENTER_KEY` +
        (given ? '' : `, or run this in the server’s folder, where ${dataDir}/ is`),
    )
  }

  return {
    url,
    publicUrl: !given && environment.PUBLIC_URL ? origin('PUBLIC_URL', environment.PUBLIC_URL) : url,
    keyFile: embedded ? join(dataDir, 'admin.key') : undefined,
    findKey,
  }
}

function origin(name: string, text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin
  throw new WrongUsage(`${name} is not the address of a server: ${text}`)
}

function variable(environment: Environment, source: string): Key {
  return { text: environment[source]?.trim() ?? '', source }
}

function fileOf(environment: Environment, name: string): Key | undefined {
  const path = environment[name]
  return path ? file(path) : undefined
}

function file(source: string): Key | undefined {
  try {
    return { text: readFileSync(source, 'utf8').trim(), source }
  } catch {
    return undefined
  }
}
