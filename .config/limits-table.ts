import { readFileSync, writeFileSync } from 'node:fs'
import {
  bodyLimit,
  refusalsPerMinute,
  selectionLimit,
  sourceLimit,
  tokenLimit,
} from '../server/api/limits.ts'
import { charactersPerPoint } from '../server/api/mutation.ts'
import { defaultPage, largestPage, pageCost } from '../server/api/pagination.ts'
import { countCost, searchCost, textCost, writeCost } from '../server/api/prices.ts'
import { fileCost } from '../server/attachments/serve-file.ts'
import { perMinute } from '../server/cost/allowance.ts'
import { answerLimit } from '../server/cost/execute.ts'
import {
  breadthLimit,
  depthLimit,
  maxCost,
  rootCost,
  rootCosts,
  valueLimit,
} from '../server/cost/operation-cost.ts'
import { maxSubscriptions } from '../server/cost/subscriptions.ts'
import { turnLimits } from '../server/cost/turns.ts'
import { maxSockets } from '../server/live/authenticate.ts'
import { maxOperations } from '../server/live/protocol.ts'
import { maxMessageBytes, maxUnknown } from '../server/live.ts'

// The limits and costs in docs/api.md, from the code. With --check, fails if the document differs.
const n = (value: number) => value.toLocaleString('en')
const table = (head: string[], rows: (string | number)[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const names = { customer: 'customer', operator: 'operator', integration: 'API key' }
const callers = Object.entries(names).map(([kind, name]) => {
  const who = kind as keyof typeof names
  const size = who === 'customer' ? 'customer' : 'others'
  const cost = who === 'integration' ? maxCost.integration : maxCost.others
  const { atOnce, waiting } = turnLimits[who]
  const open = [n(maxSockets[size]), n(maxSubscriptions[size])]
  return [name, n(perMinute[who]), n(cost), `${atOnce} (${n(waiting)})`, ...open]
})
const { atOnce, waiting } = turnLimits.address
callers.push([
  'not signed in, for each network address',
  ...[n(perMinute.address), n(maxCost.others), `${atOnce} (${n(waiting)})`, n(maxUnknown), ''],
])

const everything = [
  ['a field', '1 point, unless it is below'],
  ['a field of `Query`, `Mutation` or `Subscription`', `${rootCost} points more`],
  [
    'a page',
    `${pageCost({}).field} points; ${defaultPage} items unless \`first\` or \`last\` says otherwise, at most ${largestPage}`,
  ],
  ['a message’s text, a draft, a note', `${textCost} points`],
  ['a count', `${countCost} points`],
  ['a search for tickets', `${n(searchCost)} points`],
  ['introspection', `${rootCosts.__schema} points`],
  ['a mutation', `${writeCost} points, and 1 for each ${charactersPerPoint} characters of its input`],
  ['opening or renewing a session, a PUT of an upload', `${writeCost} points`],
  ['a file', `${fileCost} points`],
  [
    'fields of an operation',
    `${breadthLimit}, nested at most ${depthLimit} deep; ${n(selectionLimit)} with fragments expanded`,
  ],
  ['text of an operation', `${n(sourceLimit)} characters, ${n(tokenLimit)} tokens`],
  ['values in the variables of an operation', n(valueLimit)],
  ['body of a request', `${bodyLimit / 1024} KiB`],
  ['message over a WebSocket', `${maxMessageBytes / 1024} KiB`],
  ['operations at a time over one socket', n(maxOperations)],
  ['response', `${answerLimit / 1024 / 1024} MiB`],
  ['refused credentials from one network address in a minute', n(refusalsPerMinute)],
]

const head = [
  'caller',
  'points a minute',
  'points of an operation',
  'operations at a time (waiting)',
  'sockets',
  'subscriptions',
]
const tables = `${table(head, callers)}\n\n${table(['what', 'cost or limit'], everything)}`

const file = new URL('../docs/api.md', import.meta.url)
const text = readFileSync(file, 'utf8')
const written = text.replace(
  /(<!-- limits -->\n)[\s\S]*?(\n?<!-- \/limits -->)/,
  (_all, start) => `${start}\n${tables}\n\n<!-- /limits -->`,
)
if (!process.argv.includes('--check')) writeFileSync(file, written)
else if (written !== text) {
  console.error('The limits in docs/api.md are stale: run `npm run codegen`')
  process.exitCode = 1
}
process.exit()
