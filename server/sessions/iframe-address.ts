/** The address in what a developer pasted, a URL or the whole tag, and whether curly quotes would break it. */
export function addressIn(pasted: string): { address: string; curly: boolean } {
  const curly = /[“”„‟«»]|%E2%80%9[CD]/i.test(pasted)
  const straight = pasted.replace(/[“”„‟«»]/g, '"').replace(/%E2%80%9[CD]/gi, '')
  const quoted =
    /<iframe[^>]*?\bsrc\s*=\s*["']([^"']*)["']/is.exec(straight)?.[1] ?? straight.trim().replace(/^"|"$/g, '')
  return { address: quoted.replaceAll('&amp;', '&').trim(), curly }
}

/** The website's id in the path of the frame's document; null for another path. */
export function websiteIdIn(url: URL): string | null {
  try {
    const path = decodeURI(url.pathname)
    return /^\/(?:urn:crisp\.im:ticket-center:0\/)?tickets\/([^/]+)\/?$/.exec(path)?.[1] ?? null
  } catch {
    return null // an escape such as %E0%A4 that stands for nothing
  }
}
