import { useState } from 'preact/hooks'
import { useConsoleRemoveAllowedDomainMutation } from '../../../graphql/hooks.ts'
import type { ConsoleDomainFragment } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { Time } from '../../../ui/Time.tsx'
import { useSettings } from '../context.ts'
import { Block } from '../parts/Block.tsx'
import { ConfirmChange } from '../parts/ConfirmChange.tsx'
import { useText } from '../use-text.ts'
import { AddDomain } from './AddDomain.tsx'

export function Domains() {
  const text = useText()
  const { allowedDomains } = useSettings().settings
  const [leaving, setLeaving] = useState<ConsoleDomainFragment>()
  return (
    <Block title={text('domains.title')} text={text('domains.text')}>
      {allowedDomains.length === 0 && <p class="tc-none">{text('domains.none')}</p>}
      <ul class="tc-rows">
        {allowedDomains.map((domain) => (
          <li key={domain.id} class="tc-row">
            <div class="tc-row__words">
              <p class="tc-row__name">{domain.domain}</p>
              <p class="tc-row__facts">
                <span>
                  {text('added')} <Time value={domain.createdAt} as="date" />
                </span>
              </p>
            </div>
            <div class="tc-row__actions">
              <Button
                variant="quiet"
                aria-label={text('domains.remove.what', { domain: domain.domain })}
                onClick={() => setLeaving(domain)}
              >
                {text('remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <AddDomain />
      {leaving && (
        <ConfirmChange
          useMutation={useConsoleRemoveAllowedDomainMutation}
          input={{ id: leaving.id }}
          title={text('domains.remove.title', { domain: leaving.domain })}
          text={text('domains.remove.text')}
          action={text('remove')}
          close={() => setLeaving(undefined)}
        />
      )}
    </Block>
  )
}
