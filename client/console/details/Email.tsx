/** An address that breaks before its @ if it does not fit on one line. */
export function Email({ address }: { address: string }) {
  const at = address.lastIndexOf('@')
  return (
    <span class="tc-email">
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  )
}
