import { useContext, useEffect, useRef } from 'preact/hooks'
import type { Tray } from '../../attachments/create-files.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { FilesContext } from '../messages/files.ts'
import { useSharedText } from '../text.ts'

/** By form, so that added files are still there when it is opened again. */
const trays = new Map<string, Promise<Tray>>()

const nothing = { attachmentIds: undefined, names: '' }

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
  const tray = useRef<Tray | undefined>(undefined)

  async function open(): Promise<Tray> {
    const opening = trays.get(name) ?? load().then(({ open }) => open())
    trays.set(name, opening)
    tray.current = await opening
    tray.current.mount(place.current)
    return tray.current
  }

  function add(files: Iterable<File> = []): void {
    // Once the event is over, its list is empty.
    const added = [...files]
    if (added.length === 0) return
    open().then(
      (opened) => opened.add(added),
      () => trays.delete(name),
    )
  }

  useEffect(() => {
    if (trays.has(name)) void open()
    return onTransfer(add)
  }, [name])

  return {
    list: <div ref={place} class="tc-tray" />,
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
    /** What to send; null while files are missing: once they have arrived, the form is submitted again. */
    ready: () => (tray.current ? tray.current.ready() : trays.has(name) ? null : nothing),
    clear: () => tray.current?.clear(),
  }
}
