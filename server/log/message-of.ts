/** An error's message. If it has none, as when no address of a host answers, the messages of its causes. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const causes = error instanceof AggregateError ? error.errors.map(messageOf).join('; ') : ''
  return error.message || causes || error.name
}
