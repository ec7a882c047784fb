/** HTML that the server has sanitized: `bodyHtml` and `answerHtml` are always safe. */
export function RichText({ html }: { html: string }) {
  return <div class="tc-rich-text" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
}
