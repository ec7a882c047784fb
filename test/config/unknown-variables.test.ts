import { expect, test } from 'vitest'
import { knownVariables as known } from '../../server/config/config.ts'
import { unknownVariables } from '../../server/config/unknown-variables.ts'

test.for<[name: string, meant: string | undefined]>([
  ['DATABSE_URL', 'DATABASE_URL'],
  ['DATABASE_URI', 'DATABASE_URL'],
  ['DATABASEURL', 'DATABASE_URL'],
  ['database_url', 'DATABASE_URL'],
  ['DATABASE_HOST', 'DATABASE_URL'],
  ['SMTP_HOST', 'SMTP_URL'],
  ['STORAGE_BUCKET', 'STORAGE_URL'],
  ['SCAN_HOST', 'SCAN_URL'],
  ['SMTP_PASSWORD', 'SMTP_URL'],
  ['MAIL_FORM', 'MAIL_FROM'],
  ['PUBLIC_ULR', 'PUBLIC_URL'],
  ['TRUSTED_PROXY', 'TRUST_PROXY'],
  ['TRUST_PROXIES', 'TRUST_PROXY'],
  ['TRUSTED_PROXIES', 'TRUST_PROXY'],
  ['COST_PER_MIN', 'COST_PER_MINUTE'],
  ['COSTS_PER_MINUTE', 'COST_PER_MINUTE'],
  ['KEEP_ALIVE', 'KEEP_ALIVE_SECONDS'],
  ['SERVERKEY', 'SERVER_KEY'],
  ['SERVER_KEY_FIEL', 'SERVER_KEY_FILE'],
  ['TICKET_CENTER_SERVER_KEY', 'SERVER_KEY'],
  ['METRIC_TOKEN', 'METRICS_TOKEN'],
  ['KEEPALIVE_SECONDS', 'KEEP_ALIVE_SECONDS'],
  ...[
    'HOME',
    'HOSTNAME',
    'POST',
    'MAIL',
    'SITE_URL',
    'DATA',
    'KEEP',
    'PUBLIC',
    'LOG_FILE',
    'HOST_NAME',
    'PROXIES',
    'NODE_OPTIONS',
    'NODE_EXTRA_CA_CERTS',
    'npm_config_port',
  ].map((name): [string, undefined] => [name, undefined]),
  ...[
    'SMTP_SERVICE_HOST',
    'SMTP_PORT_25_TCP_ADDR',
    'TICKET_CENTER_KEY',
    'DATABASE_URL_FILE',
    'PWD',
    'DEMOS',
  ].map((name): [string, undefined] => [name, undefined]),
])('%s may be a misspelling of %s', ([name, meant]) => {
  expect(unknownVariables([name], known)).toEqual(meant ? [`${name} (${meant}?)`] : [])
})
