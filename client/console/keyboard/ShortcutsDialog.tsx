import type { RefObject } from 'preact'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useText } from '../texts/use-text.ts'
import { useShortcutSettings } from './context.ts'
import { Keys } from './Keys.tsx'
import { useModifier } from './use-modifier.ts'

export function ShortcutsDialog({ dialogRef }: { dialogRef: RefObject<HTMLDialogElement | null> }) {
  const text = useText()
  const modifier = useModifier()
  const { single, setSingle } = useShortcutSettings()
  return (
    <dialog ref={dialogRef} class="tc-dialog" closedby="any" aria-labelledby="tc-shortcuts-title">
      <div class="tc-dialog__body">
        <header class="tc-dialog__header">
          <h2 id="tc-shortcuts-title">{text('shortcuts.title')}</h2>
          <Button
            class="tc-button--icon"
            aria-label={text('shortcuts.close')}
            onClick={() => dialogRef.current?.close()}
          >
            <Icon name="close" />
          </Button>
        </header>
        <dl class="tc-dialog__keys">
          <Keys keys={['J']} meaning={text('shortcuts.next')} />
          <Keys keys={['K']} meaning={text('shortcuts.previous')} />
          <Keys keys={['R']} meaning={text('shortcuts.reply')} />
          <Keys keys={['/']} meaning={text('shortcuts.search')} />
          <Keys keys={['Esc']} meaning={text('shortcuts.back')} />
          <Keys keys={['?']} meaning={text('shortcuts.help')} />
          <Keys keys={[modifier, 'Enter']} meaning={text('shortcuts.send')} />
          <Keys keys={[modifier, 'Shift', 'Enter']} meaning={text('shortcuts.solve')} />
        </dl>
        <label class="tc-check">
          <input
            type="checkbox"
            checked={single}
            onChange={(event) => setSingle(event.currentTarget.checked)}
          />
          <span>
            <span class="tc-check__label">{text('shortcuts.single')}</span>
            <span class="tc-hint">{text('shortcuts.single.hint')}</span>
          </span>
        </label>
      </div>
    </dialog>
  )
}
