import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConsoleIcon } from '../icons/ConsoleIcon.tsx'
import { useShortcutSettings } from '../keyboard/context.ts'
import { PreferencesButton } from '../preferences/PreferencesButton.tsx'
import { useTeam } from '../team/context.ts'
import { useText } from '../texts/use-text.ts'
import { type Section, SectionNav } from './SectionNav.tsx'
import { SignOutButton } from './SignOutButton.tsx'

export function TopBar({ section }: { section: Section }) {
  const text = useText()
  const { operator, website, administrator } = useTeam()
  const { openHelp } = useShortcutSettings()
  return (
    <header class="tc-bar">
      <p class="tc-bar__website" dir="auto">
        {website.name}
      </p>
      {administrator && <SectionNav section={section} />}
      {section === 'tickets' && (
        <Button class="tc-button--icon tc-bar__help" aria-label={text('app.shortcuts')} onClick={openHelp}>
          <ConsoleIcon name="keyboard" />
        </Button>
      )}
      <PreferencesButton />
      <p class="tc-bar__operator">
        <Avatar name={operator.name} team />
        <span class="tc-hidden">{text('app.operator', { name: operator.name })}</span>
        <span class="tc-bar__name" aria-hidden="true" dir="auto">
          {operator.name}
        </span>
      </p>
      <SignOutButton />
    </header>
  )
}
