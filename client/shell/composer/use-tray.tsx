import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../../ui/Icon.tsx'
import { FilesContext } from '../messages/files.ts'
import { useSharedText } from '../text.ts'
import { createWaitingTray, type WaitingTray } from './waiting-tray.ts'

/** By form, so that added files are still there when it is reopened. */
const trays = new Map<string, WaitingTray>()

/** Passes on the files that are pasted or dropped anywhere. Returns a function that stops it. */
function onTransfer(add: (files: Iterable<File>) => void): () => void {
  const take = (event: Event) => {
    const { clipboardData, dataTransfer } = event as ClipboardEvent & DragEvent
    const data = clipboardData ?? dataTransfer
    // Spreadsheets copy text, and a picture of it.
    if (!data?.types.includes('Files') || (clipboardData && data.types.includes('text/plain'))) return
    event.preventDefault()
    add(data.files)
  }
  const types = ['paste', 'dragover', 'drop']
  for (const type of types) document.addEventListener(type, take)
  return () => {
    for (const type of types) document.removeEventListener(type, take)
  }
}

/** The files of a form: chosen with `input`, or pasted or dropped anywhere, and shown in `list`. */
export function useTray(name: string) {
  const text = useSharedText()
  const load = useContext(FilesContext)
  const place = useRef<HTMLDivElement>(null)
  const [, setChanges] = useState(0)
  const tray = trays.get(name) ?? createWaitingTray(() => load().then(({ open }) => open()))
  trays.set(name, tray)

  // Once the event is over, its list is empty.
  const add = (files: Iterable<File>) => tray.add([...files])
  useEffect(() => {
    tray.mount(place.current, () => setChanges((count) => count + 1))
    return onTransfer(add)
  }, [tray])

  return {
    list: (
      <div class="tc-tray">
        <Stuck tray={tray} />
        <div ref={place} />
      </div>
    ),
    input: (
      <label class="tc-button tc-button--icon tc-attach" title={text('files.add')}>
        <Icon name="plus" />
        <input
          type="file"
          multiple
          class="tc-hidden"
          aria-label={text('files.add')}
          onChange={({ currentTarget: input }) => {
            add(input.files ?? [])
            input.value = ''
          }}
        />
      </label>
    ),
    ready: tray.ready,
    clear: tray.clear,
  }
}

/** Files whose upload could not start. */
function Stuck({ tray }: { tray: WaitingTray }) {
  const text = useSharedText()
  const names = tray.stuck()
  if (!names) return null
  return (
    <p class="tc-hint tc-error" role="alert">
      <bdi>{names}</bdi> · {text('app.failed.text')}{' '}
      <button type="button" class="tc-link" onClick={tray.load}>
        {text('app.retry')}
      </button>{' '}
      <button type="button" class="tc-link" onClick={tray.discard}>
        {text('message.discard')}
      </button>
    </p>
  )
}
