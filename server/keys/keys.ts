import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { SecretKind } from '../../prisma/generated/client/enums.ts'
import { config, configured } from '../config/config.ts'
import { keyFile, readKey } from './key-file.ts'

/** A server key, as the keys derived from it for each use. */
function derive(serverKey: string) {
  const derived = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', serverKey, '', `ticket-center ${purpose}`, 32))
  return {
    // Signing with these, which happens often, takes a quarter of the time that it takes with bytes.
    session: createSecretKey(derived('session')),
    seen: createSecretKey(derived('seen')),
    sealing: derived('secrets'),
    email: derived('mail'),
    erasure: derived('erasure'),
    /** Shows whether two processes have the same key, and nothing else. */
    fingerprint: derived('fingerprint').toString('hex'),
  }
}

export type ServerKey = ReturnType<typeof derive>

/** A new key beside the active one: left over if a rotation was interrupted. */
const nextFile = configured(({ dataDir }) => join(dataDir, 'server.key.new'))

const read = configured(() => {
  const own = derive(config.serverKey ?? keyFile('server.key'))
  const next = !config.serverKey && existsSync(nextFile()) ? readKey(nextFile()) : undefined
  const other = config.serverKey ? config.previousServerKey : next
  return {
    root: config.rootKey ?? keyFile('root.key'),
    /** SERVER_KEY: active, or about to be. */
    configured: config.serverKey ? own : null,
    known: other ? [own, derive(other)] : [own],
    current: own,
    rotation: null as Rotation | null,
  }
})

/** The last rotation of the active key. */
export interface Rotation {
  at: Date
  /** Verifies tokens in emails sent before it. */
  email: Buffer
  /** When the previous key stops working; its sessions may expire earlier. */
  until: Date
}

/** The root key, and the keys derived from the active server key. */
export function keys(): ServerKey & { root: string } {
  const { root, current } = read()
  return { ...current, root }
}

/** A key, and when it expires in milliseconds since the epoch. */
export interface GoodKey {
  key: ServerKey
  until: number
}

/** The active server key, the next one, and the previous one for at most `length` after the rotation. */
export function goodKeys(length: number): GoodKey[] {
  const { known, current, configured, rotation } = read()
  const end = rotation ? Math.min(rotation.at.getTime() + length, rotation.until.getTime()) : 0
  return known
    .map((key) => ({ key, until: key === current || key === configured ? Number.POSITIVE_INFINITY : end }))
    .filter(({ until }) => until > Date.now())
}

/** Keys that verify tokens in emails: also the previous one, for a while. */
export function emailKeys(): Buffer[] {
  const { current, configured, rotation } = read()
  const lasting = configured && configured !== current ? [current.email, configured.email] : [current.email]
  return rotation && rotation.until.getTime() > Date.now() ? [...lasting, rotation.email] : lasting
}

/** Activates the key with this fingerprint; false when this process does not have it. */
export function activate(fingerprint: string): boolean {
  const found = read()
  const key = found.known.find((one) => one.fingerprint === fingerprint)
  if (!key) return false
  // Keep only the last two keys: an older one would stay valid as long as the previous one.
  if (key !== found.current) found.known = [key, found.current]
  found.current = key
  return true
}

export function noteRotation(rotation: Rotation): void {
  read().rotation = rotation
}

/** Whether a rotation needs another SERVER_KEY first. */
export function configuredKeyIsInForce(): boolean {
  const { configured, current } = read()
  return configured === current
}

/** The key to rotate to: SERVER_KEY or, if it is not set, a new one. */
export function nextKey(): ServerKey {
  const { configured, known } = read()
  if (configured) return configured
  const made = derive(keyFile('server.key.new'))
  known.push(made)
  return made
}

/** Once a key that was made here is active, it replaces the previous file; one that was never used is deleted. */
export function settleKeyFile(): void {
  if (config.serverKey || !existsSync(nextFile())) return
  const next = derive(readKey(nextFile()))
  if (next.fingerprint === keys().fingerprint) renameSync(nextFile(), join(config.dataDir, 'server.key'))
  else rmSync(nextFile())
}

/** What an encrypted secret is bound to: copied into another row, it cannot be decrypted. */
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

/** Encrypts a secret and returns the columns of its row: AES-256-GCM; nonce, ciphertext, tag. */
export function seal(text: string, binding: Binding, key: ServerKey = keys()) {
  return { ...binding, sealed: encrypt(text, associatedData(binding), key), bound: true }
}

/** Throws if the secret was sealed with another key or for another website or kind. */
export function unseal({ sealed, bound, ...binding }: Sealed): string {
  return decrypt(sealed, bound ? associatedData(binding) : undefined)
}

export function encrypt(text: string, about: string, { sealing }: ServerKey) {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about))
  const ciphertext = [...cipher.update(text, 'utf8'), ...cipher.final()]
  return Uint8Array.from([...nonce, ...ciphertext, ...cipher.getAuthTag()])
}

/** Milliseconds after a rotation in which data read before it may still wait to be decrypted. */
const readsTake = 60_000

export function decrypt(sealed: Uint8Array, about?: string): string {
  for (const { key } of goodKeys(readsTake)) {
    try {
      const decipher = createDecipheriv('aes-256-gcm', key.sealing, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(-16))
      if (about !== undefined) decipher.setAAD(Buffer.from(about))
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8')
    } catch {
      // Encrypted with another key.
    }
  }
  throw new Error('A secret was sealed with another server key, or for another website or kind')
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
