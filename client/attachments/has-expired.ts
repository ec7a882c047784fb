/** Milliseconds that a request may take to arrive. */
const margin = 30_000

/** Whether a file's address has stopped working: the token in it says when it does. */
export function hasExpired(address: string): boolean {
  const [, claims = ''] = new URL(address).searchParams.get('grant')?.split('.') ?? []
  const { exp } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { exp: number }
  return exp * 1_000 < Date.now() + margin
}
