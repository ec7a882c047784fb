/** A version 4 UUID. `crypto.randomUUID` does not exist when the embedding page is plain http. */
export function randomId(): string {
  if (crypto.randomUUID) return crypto.randomUUID()
  const digits = [...crypto.getRandomValues(new Uint8Array(30))].map((byte) => (byte & 15).toString(16))
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => digits.pop() ?? '0')
}
