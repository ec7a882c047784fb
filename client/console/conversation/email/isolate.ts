const turns = /[\u202a-\u202e\u2066-\u2069]/g
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Somebody else’s words for a sentence of ours: of whatever direction, they turn nothing but themselves. */
export function isolate(words: string | null): string {
  const plain = (words ?? '').replace(turns, '')
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain
}

/** The same for `name <address>`, of which both may be foreign. */
export function isolateSender(from: string): string {
  const [, name, address] = /^(.*?)\s*(<[^<>]*>)$/.exec(from) ?? []
  return name && address ? `${isolate(name)} ${isolate(address)}` : isolate(from)
}
