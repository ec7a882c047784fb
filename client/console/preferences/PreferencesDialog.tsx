import { useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useText } from '../texts/use-text.ts'
import { PreferencesForm } from './PreferencesForm.tsx'
import { usePreferences } from './use-preferences.ts'

/** Open while it is rendered; afterwards the focus returns to where it was. */
export function PreferencesDialog({ close }: { close: () => void }) {
  const text = useText()
  const { operator, failed, again } = usePreferences()
  const dialog = useRef<HTMLDialogElement>(null)
  // Close it before it leaves the page: otherwise the focus does not return.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      class="tc-dialog"
      closedby="any"
      aria-labelledby="tc-preferences-title"
      onClose={close}
    >
      <div class="tc-dialog__body">
        <div class="tc-dialog__header">
          <h2 id="tc-preferences-title">{text('preferences.title')}</h2>
          <Button class="tc-button--icon" aria-label={text('preferences.close')} onClick={close}>
            <Icon name="close" />
          </Button>
        </div>
        {operator && <PreferencesForm operator={operator} close={close} />}
        {!operator && !failed && <Skeleton label={text('app.loading')} rows={2} />}
        {failed && (
          <Notice kind="error" title={text('preferences.failed')}>
            <Button onClick={again}>{text('app.retry')}</Button>
          </Notice>
        )}
      </div>
    </dialog>
  )
}
