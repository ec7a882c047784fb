import { encodeGlobalID } from '../../server/api/global-id.ts'
import type { Attack, Outcome, Target } from './attack.ts'
import { listening } from './live.ts'
import { openSocket } from './raw-socket.ts'
import { signIns, unknownWebsites } from './sign-in-attack.ts'
import type { TestWebsite } from './website.ts'

const hostile = ['a@b.cd ', '- a\n', '![[', '[', 'http://a.b ', '&', '**a', '1. a\n', '```\na\n```\n']
const hostileText = (at: number) => (hostile[at % hostile.length] ?? '').repeat(20_000).slice(0, 19_999)
const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { __typename } }'
const subscription = 'subscription { ticketChanged { ticketId } }'

export async function prepareTarget(website: TestWebsite): Promise<Target> {
  await website.key.run('updateWebsite', { participantsEnabled: true }, '__typename')
  const input = {
    subject: 'Hostile',
    body: hostileText(0),
    customerEmail: 'owner@example.com',
    // Those of the attacks on this ticket, which come first.
    participants: Object.keys(attacks)
      .slice(0, 10)
      .map((_, at) => attacker(at)),
  }
  const { ticket } = await website.key.run('openTicket', input, 'ticket { id }')
  for (let at = 1; at < 100; at++) {
    await website.key.run('reply', { ticketId: ticket.id, body: hostileText(at) }, '__typename')
  }
  return { website, ticketId: ticket.id }
}

/** Each attack has its own customer with a full allowance. */
export const attacker = (at: number) => `attacker${at}@example.com`

export const attacks: Record<string, Attack> = {
  'a hundred hostile messages, read by three aliases, 40 times at once': readTexts(40, 3, 'bodyHtml'),
  'the same by eight aliases, as many as may be': readTexts(40, 8, 'bodyHtml'),
  'the same by 33 aliases': readTexts(10, 33, 'body bodyHtml'),
  'answers of many megabytes, 20 at once': readTexts(20, 4, 'body bodyHtml'),
  'a hundred ids by sixty aliases, 40 times at once': (target, email) =>
    flood(target, email, 40, `query ($ids: [ID!]!) { ${aliases(60, 'nodes(ids: $ids) { id }')} }`, () => ({
      ids: Array.from({ length: 100 }, () => encodeGlobalID('Ticket', crypto.randomUUID())),
    })),
  'thirty thousand statuses, ten times at once': (target, email) =>
    flood(
      target,
      email,
      10,
      `query ($statuses: [TicketStatus!]) { ${aliases(3, 'tickets(filter: { statuses: $statuses }) { totalCount }')} }`,
      () => ({ statuses: Array(30_000).fill('OPEN') }),
    ),
  'a long search by nine aliases, 30 times at once': (target, email) =>
    flood(
      target,
      email,
      30,
      `query ($search: String) { ${aliases(9, 'tickets(first: 1, filter: { search: $search }) { edges { node { id } } }')} }`,
      () => ({ search: `${'a'.repeat(199)}b` }),
    ),
  'two hundred long texts, written at once': (target, email) =>
    flood(target, email, 200, reply, (at) => ({
      input: { ticketId: target.ticketId, body: hostileText(at) },
    })),
  'a sign-in with 150,000 participants by 81 aliases, 40 times at once': signIns(40, 'openSession', {
    websiteId: crypto.randomUUID(),
    email: '',
    hmac: '',
    participants: Array(150_000).fill(''),
  }),
  'a renewal with 500,000 dots by 81 aliases, 40 times at once': signIns(40, 'renewSession', {
    renewalToken: '.'.repeat(500_000),
  }),
  '4,000 frames of unknown websites': unknownWebsites(4_000),
  '2,500 event streams': openStreams,
  '300 sockets of a key with 20 subscriptions each': openSockets,
}

function readTexts(times: number, reads: number, fields: string): Attack {
  const texts = aliases(reads, `messages(first: 100) { edges { node { ${fields} } } }`)
  const query = `query ($id: ID!) { ticket(id: $id) { ${texts} } }`
  return (target, email) => flood(target, email, times, query, () => ({ id: target.ticketId }))
}

function aliases(count: number, selection: string): string {
  return Array.from({ length: count }, (_, at) => `a${at}: ${selection}`).join(' ')
}

async function flood(
  { website }: Target,
  email: string,
  times: number,
  query: string,
  variables: (at: number) => object,
): Promise<Outcome> {
  const { token } = await website.openSession(email)
  const outcome: Outcome = { answered: 0, refused: {}, points: 0 }
  await Promise.all(
    Array.from({ length: times }, async (_, at) => {
      const response = await post(website.origin, token, { query, variables: variables(at) })
      const { errors, extensions } = (await response.json()) as never
      const { requested } = (extensions as { cost: { requested: number } }).cost
      count(outcome, (errors as Refusal[] | undefined)?.[0], requested)
    }),
  )
  return outcome
}

type Refusal = { extensions: { code: string } }

function count(outcome: Outcome, refusal: Refusal | undefined, points = 0) {
  if (refusal) {
    const { code } = refusal.extensions
    outcome.refused[code] = (outcome.refused[code] ?? 0) + 1
  } else {
    outcome.answered += 1
    outcome.points += points
  }
}

function post(origin: string, token: string, body: object, more: RequestInit = {}) {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    ...(more.headers as object),
  }
  return fetch(`${origin}/graphql`, { ...more, method: 'POST', headers, body: JSON.stringify(body) })
}

async function openStreams({ website: { origin, openSession } }: Target, email: string): Promise<Outcome> {
  const { token } = await openSession(email)
  const outcome: Outcome = { answered: 0, refused: {}, points: 0 }
  const abort = new AbortController()
  const open = () =>
    post(
      origin,
      token,
      { query: subscription },
      { headers: { accept: 'text/event-stream' }, signal: abort.signal },
    )
  const kept = Array.from({ length: 200 }, open)
  await listening(origin, 200)
  outcome.answered = 200
  for (let sent = 200; sent < 2_500; sent += 100) {
    const texts = await Promise.all(Array.from({ length: 100 }, async () => (await open()).text()))
    for (const text of texts) {
      count(outcome, JSON.parse(/^data: (.*"errors".*)$/m.exec(text)?.[1] ?? '{}').errors?.[0])
    }
  }
  abort.abort()
  await Promise.allSettled(kept)
  await listening(origin, 0)
  return outcome
}

async function openSockets({ website: { origin, apiKey, key } }: Target, email: string): Promise<Outcome> {
  const outcome: Outcome = { answered: 0, refused: {}, points: 0 }
  const sockets: Awaited<ReturnType<typeof openSocket>>[] = []
  while (sockets.length < 300) {
    const more = await Promise.all(Array.from({ length: 25 }, () => openSocket(origin)))
    for (const socket of more) {
      await socket.init(apiKey)
      for (let id = 0; id < 20; id++) socket.subscribe(String(id), subscription)
    }
    sockets.push(...more)
    if (sockets.length <= 50) outcome.answered += 20 * more.length
    else for (const socket of more) await countRefusals(socket, outcome)
    if (sockets.length === 50) await listening(origin, 1_000)
  }
  await key.run('openTicket', { subject: 'For all', body: 'Hi', customerEmail: email }, '__typename')
  for (const socket of sockets) socket.close()
  await listening(origin, 0)
  return outcome
}

/** Each refusal is a payload and an end. */
async function countRefusals({ next }: Awaited<ReturnType<typeof openSocket>>, outcome: Outcome) {
  for (let message = 0; message < 2 * 20; message++) {
    const { type, payload } = await next()
    if (type === 'next') count(outcome, payload.errors?.[0])
  }
}
