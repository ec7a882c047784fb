import { useState } from 'preact/hooks'
import { useConsoleUpdateOperatorMutation } from '../../../graphql/hooks.ts'
import type { ConsoleOperatorFragment, OperatorRole } from '../../../graphql/operations.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useTeam } from '../../team/context.ts'
import { Failure } from '../forms/Failure.tsx'
import { InlineEdit } from '../forms/InlineEdit.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEditing } from '../forms/use-editing.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useText } from '../use-text.ts'
import { OperatorFacts } from './OperatorFacts.tsx'
import { RoleSelect } from './RoleSelect.tsx'

interface Props {
  operator: ConsoleOperatorFragment
  askToRemove: () => void
}

export function OperatorRow({ operator, askToRemove }: Props) {
  const text = useText()
  const { id, name, role } = operator
  const self = useTeam().operator.id === id
  const { editing, start, stop, opener } = useEditing()
  const [resigning, setResigning] = useState(false)
  const { change, forget, ...state } = useChange(useConsoleUpdateOperatorMutation(), ['name'])

  function changeRole(role: OperatorRole): void {
    if (self) setResigning(true)
    else void change({ id, role })
  }

  function cancel(): void {
    forget()
    stop()
  }

  return (
    <li class="tc-row tc-operator">
      <Avatar name={name} team />
      {editing ? (
        <InlineEdit
          {...state}
          label={text('team.name')}
          value={name}
          save={(value) => change({ id, name: value })}
          close={cancel}
        />
      ) : (
        <>
          <OperatorFacts operator={operator} self={self} />
          <div class="tc-row__actions">
            <RoleSelect name={name} role={role ?? 'AGENT'} onRole={changeRole} />
            <Button variant="quiet" aria-label={text('rename.what', { name })} onClick={start} {...opener}>
              {text('rename')}
            </Button>
            <Button variant="quiet" aria-label={text('remove.what', { name })} onClick={askToRemove}>
              {text('remove')}
            </Button>
          </div>
          {!resigning && <Failure text={state.failure} />}
        </>
      )}
      {resigning && (
        <Confirm
          title={text('team.resign.title')}
          text={text('team.resign.text')}
          action={text('team.resign')}
          busy={state.busy}
          failure={state.failure}
          confirm={() => change({ id, role: 'AGENT' })}
          close={() => setResigning(false)}
        />
      )}
    </li>
  )
}
