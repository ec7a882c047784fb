import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
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

let kept: ReturnType<typeof readKeys> | undefined

function readKeys() {
  const serverKey = config.serverKey ?? keyFile('server.key')
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', serverKey, '', `ticket-center ${purpose}`, 32))
  return {
    root: config.rootKey ?? keyFile('root.key'),
    session: derive('session'),
    sealing: derive('secrets'),
    mail: derive('mail'),
    seen: derive('seen'),
    /** Tells whether two processes have the same key, and nothing more. */
    fingerprint: derive('fingerprint').toString('hex'),
  }
}

/** The root key, and the keys derived from SERVER_KEY for each use. */
export function keys() {
  kept ??= readKeys()
  return kept
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

const associatedData = ({ websiteId, kind }: Binding) => Buffer.from(`${kind}:${websiteId}`)

/** Encrypts a secret and gives the columns of its row: AES-256-GCM; nonce, ciphertext, tag. */
export function seal(text: string, binding: Binding) {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keys().sealing, nonce).setAAD(associatedData(binding))
  const ciphertext = [...cipher.update(text, 'utf8'), ...cipher.final()]
  return {
    ...binding,
    sealed: Uint8Array.from([...nonce, ...ciphertext, ...cipher.getAuthTag()]),
    bound: true,
  }
}

/** Throws when the secret was sealed with another key or for another website or kind. */
export function unseal({ sealed, bound, ...binding }: Sealed): string {
  const decipher = createDecipheriv('aes-256-gcm', keys().sealing, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(-16))
  if (bound) decipher.setAAD(associatedData(binding))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8')
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
