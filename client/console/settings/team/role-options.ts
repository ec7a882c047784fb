import type { OperatorRole } from '../../../graphql/operations.ts'
import type { useText } from '../use-text.ts'

const roles: OperatorRole[] = ['AGENT', 'ADMIN']

export function roleOptions(text: ReturnType<typeof useText>): { value: OperatorRole; label: string }[] {
  return roles.map((value) => ({ value, label: text(`role.${value}`) }))
}
