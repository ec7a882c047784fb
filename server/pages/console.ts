import type { Context as Call } from 'hono'
import { type Claims, issueSession, readToken } from '../access/session.ts'
import { sessionViewer } from '../access/viewer.ts'
import { type WebsiteAccess, websiteAccess } from '../access/website.ts'
import { signInOperator } from '../sessions/sign-in.ts'
import { answer } from './answer.ts'
import { appDocument } from './app-document.ts'
import { appPolicy } from './app-policy.ts'
import { consoleFiles, fromVite } from './client-files.ts'
import { signInExpired } from './refusal.ts'
import { refuse } from './refuse.ts'
import type { Place } from './tickets.ts'

/** `GET /console/:websiteId`: the operators' console, for a signed link or for the renewal token of an earlier one. */
export async function consolePage(call: Call, { address, publicOrigin }: Place): Promise<Response> {
  const policy = ["frame-ancestors 'none'"]
  const website = await websiteAccess((call.req.param('websiteId') ?? '').toLowerCase())
  const claims = website ? await operatorOf(website, new URL(call.req.url).searchParams) : 'unknown website'
  const viewer = typeof claims === 'object' && (await sessionViewer(claims))
  if (!website || typeof claims !== 'object' || !viewer) {
    const reason = typeof claims === 'object' ? 'operator no longer active' : claims
    return refuse(call, { status: 401, reason, address, websiteId: website?.id, policy, page: signInExpired })
  }
  const session = await issueSession(claims)
  const boot = {
    session,
    websiteId: website.id,
    locale: 'en',
    ticket: call.req.query('ticket') ?? null,
    data: {},
  }
  const app = fromVite('console/main.tsx') ?? fromAssets()
  const document = appDocument({
    title: `${website.name} · Tickets`,
    boot,
    head: app.head,
    script: app.script,
  })
  return answer(call, document, [
    ...appPolicy(publicOrigin),
    ...app.policy,
    "img-src 'self' data:",
    "font-src 'self'",
    ...policy,
  ])
}

async function operatorOf(website: WebsiteAccess, query: URLSearchParams): Promise<Claims | string> {
  const renewal = query.get('renewal')
  const renewed = renewal ? await readToken(renewal, 'renewal') : null
  if (renewed?.claims.kind === 'operator' && renewed.claims.websiteId === website.id) return renewed.claims
  const expires = Number(query.get('expires'))
  if (!Number.isSafeInteger(expires)) return 'expires malformed'
  return signInOperator(
    website,
    { email: query.get('email') ?? '', hmac: query.get('hmac') ?? '', expires },
    null,
  )
}

function fromAssets() {
  const { script, styles } = consoleFiles()
  return {
    head: styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n'),
    script: `<script type="module" src="${script}"></script>`,
    policy: ["script-src 'self'", "style-src 'self'"],
  }
}
