import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SecretKind } from '../prisma/generated/client/enums.ts'
import { config } from './config.ts'
import { openDataDir } from './data-dir.ts'

/** Text of the key in `file` under the data directory, made on first use, readable by its owner only. */
function keyFile(file: string): string {
  const path = join(config.dataDir, file)
  openDataDir(config.dataDir)
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8').trim()
}

/** A server key, as the keys derived from it for each use. */
function derive(serverKey: string) {
  const derived = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', serverKey, '', `ticket-center ${purpose}`, 32))
  return {
    session: derived('session'),
    sealing: derived('secrets'),
    mail: derived('mail'),
    seen: derived('seen'),
    /** Tells whether two processes have the same key, and nothing more. */
    fingerprint: derived('fingerprint').toString('hex'),
  }
}

export type ServerKey = ReturnType<typeof derive>

/** A key in the making, beside the one in force: what is left when a rotation was cut short. */
const nextFile = join(config.dataDir, 'server.key.new')

function readKeys() {
  const own = derive(config.serverKey ?? keyFile('server.key'))
  const next = !config.serverKey && existsSync(nextFile) ? readFileSync(nextFile, 'utf8').trim() : undefined
  const other = config.serverKey ? config.previousServerKey : next
  const root = config.rootKey ?? keyFile('root.key')
  return { root, own, ring: other ? [own, derive(other)] : [own], retired: [] as RetiredKey[] }
}

interface RetiredKey {
  mail: Buffer
  until: Date
}

let kept: ReturnType<typeof readKeys> | undefined

function read() {
  kept ??= readKeys()
  return kept
}

/** The root key, and the keys derived from the server key that is in force. */
export function keys(): ServerKey & { root: string } {
  const { root, ring } = read()
  return { ...(ring[0] as ServerKey), root }
}

/** The server key in force, and the one before or after it. */
export const everyKey = (): ServerKey[] => read().ring

/** Keys by which tokens in emails are good: also that of the server key before, for a while. */
export function mailKeys(): Buffer[] {
  const { ring, retired } = read()
  const now = Date.now()
  return [
    ...ring.map(({ mail }) => mail),
    ...retired.filter(({ until }) => until.getTime() > now).map(({ mail }) => mail),
  ]
}

export function retireMailKey(retired: RetiredKey): void {
  read().retired = [retired]
}

/** Puts the key with this fingerprint in force; false when this process does not have it. */
export function activate(fingerprint: string): boolean {
  const found = read()
  const key = found.ring.find((one) => one.fingerprint === fingerprint)
  if (!key) return false
  found.ring = [key, ...found.ring.filter((one) => one !== key)]
  return true
}

/** The key that the secrets are to be sealed with next: SERVER_KEY, or one made now where none is set; null when it is in force. */
export function nextKey(): ServerKey | null {
  const found = read()
  if (config.serverKey) return found.own === found.ring[0] ? null : found.own
  const made = derive(keyFile('server.key.new'))
  if (!found.ring.some(({ fingerprint }) => fingerprint === made.fingerprint)) found.ring.push(made)
  return found.ring.find(({ fingerprint }) => fingerprint === made.fingerprint) as ServerKey
}

/** Once a key that was made here is in force, it takes the place of the one before. */
export function settleKeyFile(): void {
  if (config.serverKey || !existsSync(nextFile)) return
  const next = derive(readFileSync(nextFile, 'utf8').trim())
  if (next.fingerprint === keys().fingerprint) renameSync(nextFile, join(config.dataDir, 'server.key'))
}

/** What a sealed secret is bound to: copied into another row, it cannot be unsealed. */
interface Binding {
  websiteId: string
  kind: SecretKind
}
interface Sealed extends Binding {
  sealed: Uint8Array
  /** False in rows written before secrets were bound. */
  bound: boolean
}

const associatedData = ({ websiteId, kind }: Binding) => `${kind}:${websiteId}`

/** Encrypts a secret and gives the columns of its row: AES-256-GCM; nonce, ciphertext, tag. */
export function seal(text: string, binding: Binding, key: ServerKey = keys()) {
  return { ...binding, sealed: encrypt(text, associatedData(binding), key), bound: true }
}

/** Throws when the secret was sealed with another key or for another website or kind. */
export function unseal({ sealed, bound, ...binding }: Sealed): string {
  return decrypt(sealed, bound ? associatedData(binding) : undefined)
}

export function encrypt(text: string, about: string, { sealing }: ServerKey) {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about))
  const ciphertext = [...cipher.update(text, 'utf8'), ...cipher.final()]
  return Uint8Array.from([...nonce, ...ciphertext, ...cipher.getAuthTag()])
}

/** By any of our keys. All secrets are sealed with the one in force: what another one opens tells of a rotation. */
export function decrypt(sealed: Uint8Array, about?: string): string {
  const { ring } = read()
  for (const { sealing, fingerprint } of ring) {
    try {
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(-16))
      if (about !== undefined) decipher.setAAD(Buffer.from(about))
      const text = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
      activate(fingerprint)
      return text.toString('utf8')
    } catch {
      // Sealed with another key.
    }
  }
  throw new Error('A secret was sealed with another server key, or for another website or kind')
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
