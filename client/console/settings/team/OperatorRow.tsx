import { useState } from 'preact/hooks'
import { useConsoleUpdateOperatorMutation } from '../../../graphql/hooks.ts'
import type { ConsoleOperatorFragment, OperatorRole } from '../../../graphql/operations.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Email } from '../../details/Email.tsx'
import { useTeam } from '../../team/context.ts'
import { Failure } from '../forms/Failure.tsx'
import { InlineEdit } from '../forms/InlineEdit.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEditing } from '../forms/use-editing.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useText } from '../use-text.ts'
import { Invitation } from './Invitation.tsx'
import { roleOptions } from './role-options.ts'

interface Props {
  operator: ConsoleOperatorFragment
  askToRemove: () => void
}

export function OperatorRow({ operator, askToRemove }: Props) {
  const text = useText()
  const { id, name, email, role } = operator
  const self = useTeam().operator.id === id
  const { editing, start, stop, opener } = useEditing()
  const [resigning, setResigning] = useState(false)
  const { change, forget, ...state } = useChange(useConsoleUpdateOperatorMutation(), ['name'])

  function changeRole(role: OperatorRole): void {
    if (self) setResigning(true)
    else void change({ id, role })
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
          close={() => {
            forget()
            stop()
          }}
        />
      ) : (
        <>
          <div class="tc-row__words">
            <p class="tc-row__name" dir="auto">
              {name}
              {self && <span class="tc-row__note">{text('team.you')}</span>}
            </p>
            <p class="tc-row__facts">
              <Email address={email ?? ''} />
            </p>
            <Invitation operator={operator} />
          </div>
          <div class="tc-row__actions">
            <Select
              aria-label={text('team.role.what', { name })}
              value={role ?? 'AGENT'}
              options={roleOptions(text)}
              onValue={(value) => changeRole(value as OperatorRole)}
            />
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
