/** HTML that the server has sanitised: `bodyHtml` and `answerHtml` are safe by contract. */
export function RichText({ html }: { html: string }) {
  return <div class="tc-rich-text" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
}
