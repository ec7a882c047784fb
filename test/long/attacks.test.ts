import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Target } from '../support/attack.ts'
import { attacker, attacks, prepareTarget } from '../support/attacks.ts'
import { beside } from '../support/beside.ts'
import { newEnvironment } from '../support/environment.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'

// Short versions, on less data: test/limits/{allowance,complexity,sign-in-input,subscriptions}.test.ts.
let server: ServerProcess
let target: Target

beforeAll(async () => {
  const { variables } = await newEnvironment()
  server = spawnServer({ ...variables, COST_PER_MINUTE: undefined })
  target = await prepareTarget(await createTestWebsite(await server.origin, variables.ROOT_KEY ?? ''))
})

afterAll(() => server.stop())

/** About what fits into a minute: on a busy machine an attack may last longer, and a timeout may end a statement. */
const about = (count: number) => expect.toSatisfy((answered: number) => answered > 0 && answered <= 3 * count)
const some = (...codes: string[]) =>
  expect.objectContaining(Object.fromEntries(codes.map((code) => [code, expect.any(Number)])))

const expected: Record<keyof typeof attacks, { answered: unknown; refused: object }> = {
  'a hundred hostile messages, read by three aliases, 40 times at once': {
    answered: 0,
    refused: some('RATE_LIMITED', 'QUERY_TOO_COMPLEX'),
  },
  'the same by eight aliases, as many as may be': {
    answered: 0,
    refused: some('RATE_LIMITED', 'QUERY_TOO_COMPLEX'),
  },
  'the same by 33 aliases': { answered: 0, refused: { QUERY_TOO_COMPLEX: 10 } },
  'answers of many megabytes, 20 at once': {
    answered: 0,
    refused: some('RATE_LIMITED', 'QUERY_TOO_COMPLEX'),
  },
  'a hundred ids by sixty aliases, 40 times at once': { answered: about(15), refused: some('RATE_LIMITED') },
  'thirty thousand statuses, ten times at once': { answered: 0, refused: { BAD_USER_INPUT: 10 } },
  'a long search by nine aliases, 30 times at once': { answered: about(10), refused: some('RATE_LIMITED') },
  'two hundred long texts, written at once': { answered: expect.any(Number), refused: some('RATE_LIMITED') },
  'a sign-in with 150,000 participants by 81 aliases, 40 times at once': {
    answered: 0,
    refused: { QUERY_TOO_COMPLEX: 40 },
  },
  'a renewal with 500,000 dots by 81 aliases, 40 times at once': {
    answered: 0,
    refused: { QUERY_TOO_COMPLEX: 40 },
  },
  '4,000 frames of unknown websites': { answered: 0, refused: some('404', '429') },
  '2,500 event streams': { answered: 200, refused: { RATE_LIMITED: 2_300 } },
  '300 sockets of a key with 20 subscriptions each': { answered: 1_000, refused: { RATE_LIMITED: 5_000 } },
}

test('every attack is covered', () => expect(Object.keys(expected)).toEqual(Object.keys(attacks)))

// `beside` fails if /livez or another customer's list does not respond.
test.for(Object.entries(attacks).map(([name, attack], at) => ({ name, attack, at })))(
  '$name: refused beyond its limit, while others are answered',
  async ({ name, attack, at }) => {
    const { result, during } = await beside(target.website, () => attack(target, attacker(at)))
    expect({ answered: result.answered, refused: result.refused }).toEqual(expected[name])
    expect(Math.min(during.livez, during.list)).toBeGreaterThan(0)
  },
)
