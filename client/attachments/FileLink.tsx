import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import type { AttachmentFieldsFragment } from '../graphql/operations.ts'
import { hasExpired } from './has-expired.ts'

type File = AttachmentFieldsFragment

interface Props {
  file: File & { url: string }
  /** Returns the file with new addresses. */
  readAgain: () => Promise<File | undefined>
  children: ComponentChildren
}

/** In the frame's sandbox nothing can be saved by a click, but a picture can be shown. Ctrl+click saves. */
const canSave = self.origin !== 'null'
/** Pictures that browsers show as they are; of others and of a PDF they show the preview. */
const shownTypes = /^image\/(?:png|jpeg|gif|webp|avif)$/

const pictureOf = ({ url, type, previewUrl }: File) =>
  url && shownTypes.test(type) ? `${url}&show` : previewUrl

const open = (address: string) => window.open(address, '_blank', 'noopener,noreferrer')

/** A link that opens a file, even after its address has expired. */
export function FileLink({ file, readAgain, children }: Props) {
  const { url, previewUrl, width, height } = file
  const isBroken = useRef(false)
  const renew = () => hasExpired(url) && readAgain()

  function follow(event: MouseEvent): void {
    const { ctrlKey, metaKey, shiftKey } = event
    const picture = canSave || ctrlKey || metaKey || shiftKey ? null : pictureOf(file)
    if (!picture && !hasExpired(url)) return
    event.preventDefault()
    if (hasExpired(url))
      void readAgain().then((fresh = file) => open((picture && pictureOf(fresh)) || (fresh.url ?? url)))
    else open(picture ?? url)
  }

  return (
    <a
      class="tc-attachment__link"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      onClick={follow}
      onPointerOver={renew}
      onFocus={renew}
    >
      {previewUrl && (
        <img
          class="tc-attachment__image"
          src={previewUrl}
          alt=""
          loading="lazy"
          onLoad={() => {
            isBroken.current = false
          }}
          onError={() => {
            // Not again and again, whatever is wrong.
            if (!isBroken.current) void readAgain()
            isBroken.current = true
          }}
          {...(width && height ? { width, height } : {})}
        />
      )}
      {children}
    </a>
  )
}
