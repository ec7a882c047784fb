import { z } from 'zod'

const key = z
  .string()
  .min(32, 'must have at least 32 characters: generate one with `openssl rand -hex 32`')
  .refine((text) => new Set(text).size > 8, 'must be random: generate one with `openssl rand -hex 32`')

const domain = z.string().regex(/^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)*$/i, 'is not a domain')
/** `support@acme.com`: each website has its own display name. */
const address = z.email()

const bareOrigin =
  'must have no path, such as https://support.example.com: the server does not work below a path'
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { origin, href } = new URL(text)
  return href === `${origin}/`
}
const webUrl = z.url({ protocol: /^https?$/ })
const bucketUrl = webUrl.refine((text) => {
  const { username, password } = new URL(text)
  return username !== '' && password !== ''
}, 'must contain an access key and its secret: https://KEY:SECRET@s3.eu-central-1.amazonaws.com/bucket')
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ })

export const variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  PUBLIC_URL: webUrl.refine(isOrigin, bareOrigin).optional(),
  KEEP_ALIVE_SECONDS: z.coerce.number().int().min(1).max(3_600).default(75),
  DATA_DIR: z.string().default('data'),
  STORAGE_URL: bucketUrl.optional(),
  SCAN_URL: webUrl.optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_POOLER: z.literal('transaction').optional(),
  DIRECT_DATABASE_URL: postgresUrl.optional(),
  SERVER_KEY: key.optional(),
  SERVER_KEY_PREVIOUS: key.optional(),
  ROOT_KEY: key.optional(),
  DEMO: z.enum(['on', 'off']).optional(),
  TRUST_PROXY: z.string().default(''),
  COST_PER_MINUTE: z.coerce.number().positive().max(1_000_000).default(1),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: address.optional(),
  MAIL_DELAY_SECONDS: z.coerce.number().int().min(0).max(3_600).default(120),
  MAIL_HOURLY_LIMIT: z.coerce.number().int().min(1).default(5_000),
  INBOUND_DOMAIN: domain.transform((text) => text.toLowerCase()).optional(),
  INBOUND_SMTP_PORT: z.coerce.number().int().min(0).max(65_535).default(2525),
  INBOUND_SECRET: key.optional(),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  VITE_URL: z.url().optional(),
})

type Variables = z.output<typeof variables>

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
    'ROLE requires DATABASE_URL: the embedded database has one process',
    ({ ROLE, DATABASE_URL }) => ROLE !== 'all' && !DATABASE_URL,
  ],
  [
    'PUBLIC_URL is required with ROLE=worker: links in emails lead there',
    ({ ROLE, PUBLIC_URL }) => ROLE === 'worker' && !PUBLIC_URL,
  ],
  [
    'MAIL_FROM is required with SMTP_URL: emails are sent from that address',
    ({ SMTP_URL, MAIL_FROM }) => SMTP_URL && !MAIL_FROM,
  ],
]

/** The first thing that is wrong with variables that are right by themselves. */
export const conflictIn = (given: Variables) => conflicts.find(([, isSo]) => isSo(given))?.[0]

export const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/** Embedded database, reachable only from this machine: a trial. */
export function isTrial({ DATABASE_URL, HOST, PUBLIC_URL }: Variables): boolean {
  const isPublic = PUBLIC_URL !== undefined && !loopback.has(new URL(PUBLIC_URL).hostname)
  return !DATABASE_URL && loopback.has(HOST) && !isPublic
}
