import { readFileSync } from 'node:fs'
import { createTransport } from 'nodemailer'

/**
 * The limit of sending: one prepared email over as many connections as the server has, without a database or templates.
 * Arguments: the SMTP server’s address, the file with the email, how often. Prints emails per second.
 */
const [url = '', file = '', count = ''] = process.argv.slice(2)
const raw = readFileSync(file)
const pool = createTransport({ url, pool: true, maxConnections: 5 })
const envelope = { from: 'tickets@example.com', to: 'customer@example.com' }
await pool.sendMail({ envelope, raw })
const begun = performance.now()
let left = Number(count)
async function send() {
  while (left-- > 0) await pool.sendMail({ envelope, raw })
}
await Promise.all(Array.from({ length: 20 }, send))
console.log((Number(count) * 1_000) / (performance.now() - begun))
pool.close()
