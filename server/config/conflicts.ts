interface Variables {
  ROLE: string
  PUBLIC_URL?: string
  DATABASE_URL?: string
  DATABASE_POOLER?: string
  DIRECT_DATABASE_URL?: string
  SERVER_KEY?: string
  SMTP_URL?: string
  MAIL_FROM?: string
}

/** Variables that need each other: what is wrong, and whether it is. */
const conflicts: [sentence: string, isSo: (given: Variables) => unknown][] = [
  [
    'SERVER_KEY is required with DATABASE_URL: it encrypts the secrets stored there',
    ({ DATABASE_URL, SERVER_KEY }) => DATABASE_URL && !SERVER_KEY,
  ],
  [
    'DATABASE_POOLER requires DATABASE_URL, the address of the pooler',
    ({ DATABASE_POOLER, DATABASE_URL }) => DATABASE_POOLER && !DATABASE_URL,
  ],
  [
    'DIRECT_DATABASE_URL is required with DATABASE_POOLER: migrations and LISTEN need a direct connection',
    ({ DATABASE_POOLER, DIRECT_DATABASE_URL }) => DATABASE_POOLER && !DIRECT_DATABASE_URL,
  ],
  [
    'DIRECT_DATABASE_URL requires DATABASE_POOLER=transaction',
    ({ DATABASE_POOLER, DIRECT_DATABASE_URL }) => DIRECT_DATABASE_URL && !DATABASE_POOLER,
  ],
  [
    'ROLE requires DATABASE_URL: only one process can use the embedded database',
    ({ ROLE, DATABASE_URL }) => ROLE !== 'all' && !DATABASE_URL,
  ],
  [
    'PUBLIC_URL is required with ROLE=worker: links in emails point there',
    ({ ROLE, PUBLIC_URL }) => ROLE === 'worker' && !PUBLIC_URL,
  ],
  [
    'MAIL_FROM is required with SMTP_URL: emails are sent from that address',
    ({ SMTP_URL, MAIL_FROM }) => SMTP_URL && !MAIL_FROM,
  ],
]

/** The first conflict between variables that are valid individually. */
export const conflictIn = (given: Variables) => conflicts.find(([, isSo]) => isSo(given))?.[0]
