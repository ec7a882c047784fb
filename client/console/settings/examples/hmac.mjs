import { createHmac } from 'node:crypto'

const secret = process.env.TICKET_CENTER_SECRET
const email = process.argv[2] // of the signed-in user

const hmac = createHmac('sha256', secret).update(email).digest('hex')

console.log(hmac)
