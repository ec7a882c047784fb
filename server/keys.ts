import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { config } from './config.ts'

/** Text of the key in `file` under the data directory, made on first use, readable by its owner only. */
function keyFile(file: string): string {
  const path = join(config.dataDir, file)
  mkdirSync(config.dataDir, { recursive: true })
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

/** Encrypts a secret for the database: AES-256-GCM; nonce, ciphertext, tag. */
export function seal(text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keys().sealing, nonce)
  return Uint8Array.from([
    ...nonce,
    ...cipher.update(text, 'utf8'),
    ...cipher.final(),
    ...cipher.getAuthTag(),
  ])
}

/** Throws when the bytes were not sealed with this server's key. */
export function unseal(sealed: Uint8Array): string {
  const decipher = createDecipheriv('aes-256-gcm', keys().sealing, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8')
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
