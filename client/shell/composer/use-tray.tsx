import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Form } from '../../attachments/tray.ts'
import { Icon } from '../../ui/Icon.tsx'
import { FilesContext } from '../messages/files.ts'
import { Unloaded } from '../messages/Unloaded.tsx'
import { useSharedText } from '../text.ts'
import { takeTransfers } from './take-transfers.ts'
import { createWaitingTray, type WaitingTray } from './waiting-tray.ts'

/** By form, so that added files are still there when it is reopened. */
const trays = new Map<string, WaitingTray>()
takeTransfers(() => [...trays.values()].find((tray) => tray.isShown()))

/**
 * The files of a form: chosen with `input`, or pasted or dropped anywhere, and shown in `list`. `submit` calls `send` with
 * them once they have arrived, even if the form was left, unless `content` has changed by then.
 */
export function useTray(name: string, content: Form['content'], send: Form['send']) {
  const text = useSharedText()
  const load = useContext(FilesContext)
  const place = useRef<HTMLDivElement>(null)
  const [, setChange] = useState({})
  const tray = trays.get(name) ?? createWaitingTray((form) => load().then(({ open }) => open(form)))
  trays.set(name, tray)
  useLayoutEffect(() => tray.connect({ place: place.current, content, send, changed: () => setChange({}) }))
  const accept = tray.accept()

  return {
    list: (
      <div class="tc-tray">
        <Stuck tray={tray} />
        <div ref={place} />
      </div>
    ),
    // Null if the website accepts no files.
    input:
      accept === '' ? null : (
        <label class="tc-button tc-button--icon tc-attach" title={text('files.add')}>
          <Icon name="plus" />
          <input
            type="file"
            multiple
            accept={accept}
            class="tc-hidden"
            aria-label={text('files.add')}
            onChange={({ currentTarget: input }) => {
              // Once the event is over, its list is empty.
              tray.add([...(input.files ?? [])])
              input.value = ''
            }}
          />
        </label>
      ),
    submit: tray.submit,
    hold: tray.hold,
    clear: tray.clear,
  }
}

/** Files whose upload could not start. */
function Stuck({ tray }: { tray: WaitingTray }) {
  const text = useSharedText()
  const files = tray.stuck()
  if (!files[0]) return null
  return (
    <Unloaded files={files} retry={tray.load}>
      {' '}
      <button type="button" class="tc-link" onClick={tray.discard}>
        {text('message.discard')}
      </button>
    </Unloaded>
  )
}
