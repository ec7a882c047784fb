/** The ids with `id` moved to `position` (starting at 1; anything past the end means the end). */
export function moved(ids: string[], id: string, position: number): string[] {
  const rest = ids.filter((other) => other !== id)
  rest.splice(Math.min(position, ids.length) - 1, 0, id)
  return rest
}
