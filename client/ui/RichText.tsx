/** HTML that the server has sanitised: answers and messages. */
export function RichText({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `bodyHtml` and `answerHtml` are safe by contract.
  return <div class="tc-rich-text" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
}
