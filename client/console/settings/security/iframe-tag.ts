/** The tag to embed, with EMAIL and HMAC as placeholders. */
export function iframeTag(origin: string, websiteId: string): string {
  return `<iframe title="Ticket Center" src="${origin}/tickets/${websiteId}?email=EMAIL&hmac=HMAC" referrerpolicy="origin" sandbox="allow-forms allow-popups allow-scripts" width="100%" height="600px" frameborder="0"></iframe>`
}
