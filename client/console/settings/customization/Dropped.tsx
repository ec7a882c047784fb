import { useText } from '../use-text.ts'

/** What the server removes from the HTML, and its reason. */
export function Dropped({ lines }: { lines: string[] }) {
  const text = useText()
  return (
    <div role="status">
      {lines.length > 0 && (
        <div class="tc-dropped">
          <p class="tc-dropped__title">{text('customization.dropped')}</p>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
