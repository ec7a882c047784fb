import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { conflictIn } from './conflicts.ts'
import { withSecretFiles } from './secret-files.ts'
import { isTrial, loopback } from './trial.ts'
import { isProxy } from './trusted-proxies.ts'
import { unknownVariables } from './unknown-variables.ts'

const key = z
  .string()
  .min(32, 'must have at least 32 characters: generate one with `openssl rand -hex 32`')
  .refine((text) => new Set(text).size > 8, 'must be random: generate one with `openssl rand -hex 32`')

const domain = z.string().regex(/^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)*$/i, 'is not a domain')
/** `support@acme.com`: each website has its own display name. */
const address = z.email()

const bareOrigin =
  'must not have a path, for example https://support.example.com: the server cannot run under a path'
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
const proxies = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
  )
  .pipe(
    z.array(z.string().refine(isProxy, { error: ({ input }) => `${input} is not an address or CIDR range` })),
  )

const variables = z.object({
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
  TRUST_PROXY: proxies,
  COST_PER_MINUTE: z.coerce.number().positive().max(1_000_000).default(1),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: address.optional(),
  MAIL_DELAY_SECONDS: z.coerce.number().int().min(0).max(3_600).default(120),
  MAIL_HOURLY_LIMIT: z.coerce.number().int().min(1).default(5_000),
  INBOUND_DOMAIN: domain.transform((text) => text.toLowerCase()).optional(),
  INBOUND_SMTP_PORT: z.coerce.number().int().min(0).max(65_535).default(2525),
  INBOUND_SECRET: key.optional(),
  WEBHOOK_ALLOW_PRIVATE: z.enum(['on', 'off']).default('off'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  VITE_URL: z.url().optional(),
})

/** Each can be read from a file whose path is in the variable with the suffix `_FILE`. */
const secrets = [
  'DATABASE_URL',
  'DIRECT_DATABASE_URL',
  'SERVER_KEY',
  'SERVER_KEY_PREVIOUS',
  'ROOT_KEY',
  'SMTP_URL',
  'STORAGE_URL',
  'SCAN_URL',
  'INBOUND_SECRET',
  'METRICS_TOKEN',
]
export const knownVariables = [
  ...Object.keys(variables.shape),
  ...secrets.map((name) => `${name}_FILE`),
  // The command line’s.
  'TICKET_CENTER_URL',
  'TICKET_CENTER_KEY',
  'TICKET_CENTER_KEY_FILE',
]

function readVariables(given: Record<string, string | undefined>) {
  const { data, error } = variables.safeParse(withSecretFiles(given, secrets))
  if (error) {
    const issues = error.issues.map(({ path: [name = ''], message }) => {
      const file = `${String(name)}_FILE`
      return `${given[file] ? file : String(name)}: ${message}`
    })
    throw new Error(`Configuration: ${issues.join('; ')}`)
  }
  const conflict = conflictIn(data)
  if (conflict) throw new Error(`Configuration: ${conflict}`)
  return data
}

/**
 * The server's settings from environment variables, with working defaults. Throws one sentence that lists every invalid
 * variable. Empty variables count as absent.
 */
export function readConfig(environment: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const data = readVariables(given)
  const demo = data.DEMO ? data.DEMO === 'on' : isTrial(data)
  return {
    host: data.HOST,
    port: data.PORT,
    /** Where browsers reach the server, without a trailing slash; undefined until the port is known. */
    publicUrl: data.PUBLIC_URL && new URL(data.PUBLIC_URL).origin,
    dataDir: data.DATA_DIR,
    /** The bucket for files, with an access key; undefined: they are in the data directory. */
    storageUrl: data.STORAGE_URL,
    /** Where files are scanned; undefined: they are not. May contain a name and a password. */
    scanUrl: data.SCAN_URL,
    databaseUrl: data.DATABASE_URL,
    /** PostgreSQL itself, if DATABASE_URL is a pooler's; otherwise undefined. */
    directDatabaseUrl: data.DIRECT_DATABASE_URL,
    serverKey: data.SERVER_KEY,
    /** The previous key, until `rotate-server-key` has encrypted everything with the new one. */
    previousServerKey: data.SERVER_KEY_PREVIOUS,
    rootKey: data.ROOT_KEY,
    /** Seconds for which an idle connection stays open. */
    keepAliveSeconds: data.KEEP_ALIVE_SECONDS,
    /** The token that `/metrics` requires; undefined: only this machine may read it. */
    metricsToken: data.METRICS_TOKEN,
    /** Addresses and CIDR ranges of proxies whose X-Forwarded-For counts. */
    trustedProxies: data.TRUST_PROXY,
    /** Multiplies the points that every caller may spend per minute. */
    costPerMinute: data.COST_PER_MINUTE,
    /** Whether this process answers requests, works on jobs, or both. */
    servesWeb: data.ROLE !== 'worker',
    runsJobs: data.ROLE !== 'web',
    /** Undefined: emails are written to files in the data directory. */
    smtpUrl: data.SMTP_URL,
    emailFrom: data.MAIL_FROM ?? 'tickets@localhost',
    /** Default for websites: seconds for which a reply waits to be read before it is emailed. */
    emailDelaySeconds: data.MAIL_DELAY_SECONDS,
    /** Emails per hour and website; more are queued. */
    emailHourlyLimit: data.MAIL_HOURLY_LIMIT,
    /** Domain of the reply addresses; undefined: replies by email are not accepted. */
    inboundDomain: data.INBOUND_DOMAIN,
    inboundSmtpPort: data.INBOUND_SMTP_PORT,
    /** Verifies what email providers post to `/inbound`; undefined: that route is closed. */
    inboundSecret: data.INBOUND_SECRET,
    /** Whether webhooks may be sent to private addresses and to this machine. */
    webhookAllowPrivate: data.WEBHOOK_ALLOW_PRIVATE === 'on',
    logLevel: data.LOG_LEVEL,
    production: data.NODE_ENV === 'production',
    /** Vite's development server, if `npm run dev` has started one. */
    viteUrl: data.VITE_URL,
    demo,
    /** Whether other machines may reach the demo, where everybody is an administrator. */
    demoIsPublic: demo && !loopback.has(data.HOST),
    version: packageVersion(),
    /** Unknown variables that look like ours. */
    unknownVariables: unknownVariables(Object.keys(given), knownVariables),
  }
}

function packageVersion(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version
}

type Config = ReturnType<typeof readConfig>

/** Of this process. */
export let config = readConfig(process.env)

/** Replaces the configuration: a process may run several servers, one after the other. */
export function configure(environment: Record<string, string | undefined>): void {
  config = readConfig(environment)
}

/** Something made from the configuration on first use, and made again once it is replaced. */
export function configured<T>(make: (config: Config) => T): () => T {
  let made: { by: Config; value: T } | undefined
  return () => {
    if (made?.by !== config) made = { by: config, value: make(config) }
    return made.value
  }
}
