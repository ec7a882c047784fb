import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import type { AttachmentFieldsFragment } from '../../graphql/operations.ts'
import { FilesContext } from './files.ts'
import { Unloaded } from './Unloaded.tsx'

/** The files of a message. */
export function Files({ of }: { of: AttachmentFieldsFragment[] }) {
  const load = useContext(FilesContext)
  const place = useRef<HTMLUListElement>(null)
  const [hasFailed, setFailed] = useState(false)

  function show(): void {
    setFailed(false)
    load().then(
      (files) => files.show(place.current, of),
      () => setFailed(true),
    )
  }
  useEffect(() => {
    if (of[0]) show()
  }, [of])

  return (
    <>
      {of[0] && <ul ref={place} class="tc-attachments" />}
      {hasFailed && <Unloaded files={of} retry={show} />}
    </>
  )
}
