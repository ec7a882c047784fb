export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as Promise<unknown>).then === 'function'
}

/** Awaits the promises in an object. */
export async function settled(object: Record<string, unknown>): Promise<Record<string, unknown>> {
  const values = await Promise.all(Object.values(object))
  Object.keys(object).forEach((key, index) => {
    object[key] = values[index]
  })
  return object
}
