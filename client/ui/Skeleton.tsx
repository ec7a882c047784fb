interface Props {
  /** Read out in place of the gray lines. */
  label: string
  rows: number
}

export function Skeleton({ label, rows }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: Tab must not skip what is being loaded.
    <div class="tc-skeleton" role="status" tabIndex={0}>
      <span class="tc-hidden">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="tc-skeleton__row" aria-hidden="true">
          <span class="tc-skeleton__line" />
          <span class="tc-skeleton__line" />
        </div>
      ))}
    </div>
  )
}
