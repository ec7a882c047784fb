/** Milliseconds that a scanner may take for one file. */
const scanTimeout = 5 * 60_000

/**
 * Sends a file's bytes to the scanner at this address, which may contain a name and a password. Returns whether it is
 * infected. Throws for every other answer: only a known one clears a file.
 */
export async function askScanner(scanUrl: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const { url, authorization } = withoutCredentials(scanUrl)
  const response = await fetch(url, {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': 'application/octet-stream', ...authorization },
    redirect: 'error',
    signal: AbortSignal.timeout(scanTimeout),
  })
  if (response.status !== 200) {
    await response.body?.cancel()
    throw new Error(`The scanner answered ${response.status}`)
  }
  const { infected } = (await response.json()) as { infected?: unknown }
  if (typeof infected !== 'boolean') throw new Error('The scanner did not say whether the file is infected')
  return infected
}

function withoutCredentials(scanUrl: string): { url: URL; authorization?: { authorization: string } } {
  const url = new URL(scanUrl)
  const { username, password } = url
  if (!username && !password) return { url }
  const credentials = [username, password].map(decodeURIComponent).join(':')
  Object.assign(url, { username: '', password: '' })
  return { url, authorization: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` } }
}
