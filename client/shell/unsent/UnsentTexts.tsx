export interface UnsentText {
  label: string
  body: string
}

/** What was written and not sent when the session ended, to be copied. */
export function UnsentTexts({ title, texts }: { title: string; texts: UnsentText[] }) {
  return (
    <section class="tc-unsent">
      <h2 class="tc-unsent__title">{title}</h2>
      {texts.map(({ label, body }, index) => (
        <label key={index} class="tc-unsent__text">
          <span class="tc-hint">{label}</span>
          <textarea
            class="tc-textarea"
            dir="auto"
            readOnly
            rows={Math.min(8, body.split('\n').length + 1)}
            value={body}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </label>
      ))}
    </section>
  )
}
