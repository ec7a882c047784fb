interface Frame {
  /** The frame's arguments: `seen` is a statement of the server with the scheme and host of the page it has checked. */
  search: string
  referrer: string
  ancestorOrigins?: ArrayLike<string>
}

/** The exact origin of the embedding page, with its port; null if it is not the page that the server has checked. */
export function checkedParent({ search, referrer, ancestorOrigins }: Frame): string | null {
  const [, checked] = (new URLSearchParams(search).get('seen') ?? '').split('~')
  // After a reload inside the frame, there is no referrer.
  const found = [referrer, ancestorOrigins?.[0], checked].find((address) => {
    if (!address || !URL.canParse(address)) return false
    const { protocol, hostname } = new URL(address)
    return `${protocol}//${hostname}` === checked
  })
  return found ? new URL(found).origin : null
}
