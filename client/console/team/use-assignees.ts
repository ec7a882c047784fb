import { useTeam } from './context.ts'

interface Option {
  value: string
  label: string
}

/** Operators to choose from: the current one first. */
export function useAssignees(me: string): Option[] {
  const { operator, website } = useTeam()
  const others = (website.operators ?? []).filter(({ id }) => id !== operator.id)
  return [{ value: operator.id, label: me }, ...others.map(({ id, name }) => ({ value: id, label: name }))]
}
