import { useContext, useEffect, useRef } from 'preact/hooks'
import type { AttachmentFieldsFragment } from '../../graphql/operations.ts'
import { FilesContext } from './files.ts'

/** The files of a message. */
export function Files({ of }: { of: AttachmentFieldsFragment[] }) {
  const load = useContext(FilesContext)
  const place = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (place.current) void load().then(({ show }) => show(place.current, of))
  }, [of])
  return of.length > 0 ? <ul ref={place} class="tc-attachments" /> : null
}
