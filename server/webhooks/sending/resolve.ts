import dns, { type LookupAddress } from 'node:dns'
import { Unanswered } from './failure.ts'

/** Milliseconds for each question, of which each name server gets two: together less than a webhook has. */
const limits = { timeout: 1_500, tries: 2, maxTimeout: 1_500 }

/** Asks DNS for a host's addresses, IPv4 and IPv6, without the threads of the process. */
export async function resolve(host: string): Promise<LookupAddress[]> {
  // Each reads the name servers of the system again, which may have changed.
  const resolver = new dns.promises.Resolver(limits)
  const answers = await Promise.allSettled([
    resolver.resolve4(host).then((found) => found.map((address) => ({ address, family: 4 }))),
    resolver.resolve6(host).then((found) => found.map((address) => ({ address, family: 6 }))),
  ])
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  if (found.length > 0) return found
  const reasons = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason?.code] : []))
  const hasNone = reasons.every((code) => code === dns.NOTFOUND || code === dns.NODATA)
  throw new Unanswered(hasNone ? 'ENOTFOUND' : 'EAI_AGAIN')
}
