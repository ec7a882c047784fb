interface Props {
  keys: string[]
  meaning: string
}

/** One line in the list of shortcuts. */
export function Keys({ keys, meaning }: Props) {
  return (
    <div class="tc-keys">
      <dt class="tc-keys__keys">
        {keys.map((key) => (
          <kbd key={key} class="tc-key">
            {key}
          </kbd>
        ))}
      </dt>
      <dd class="tc-keys__meaning">{meaning}</dd>
    </div>
  )
}
