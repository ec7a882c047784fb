import { useState } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { ConsoleIcon } from '../icons/ConsoleIcon.tsx'
import { useText } from '../texts/use-text.ts'
import { PreferencesDialog } from './PreferencesDialog.tsx'

/** For every operator: personal choices, not settings of the website. */
export function PreferencesButton() {
  const text = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        class="tc-button--icon"
        aria-label={text('app.preferences')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <ConsoleIcon name="sliders" />
      </Button>
      {open && <PreferencesDialog close={() => setOpen(false)} />}
    </>
  )
}
