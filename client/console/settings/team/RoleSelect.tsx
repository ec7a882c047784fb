import type { OperatorRole } from '../../../graphql/operations.ts'
import { Select } from '../../../ui/form/Select.tsx'
import { useText } from '../use-text.ts'
import { roleOptions } from './role-options.ts'

interface Props {
  name: string
  role: OperatorRole
  onRole: (role: OperatorRole) => void
}

export function RoleSelect({ name, role, onRole }: Props) {
  const text = useText()
  return (
    <Select
      aria-label={text('team.role.what', { name })}
      value={role}
      options={roleOptions(text)}
      onValue={onRole}
    />
  )
}
