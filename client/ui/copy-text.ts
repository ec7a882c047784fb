/**
 * Copies text. `navigator.clipboard` does not exist in pages that came over plain http, and in a sandboxed frame the
 * browser complains of it.
 */
export async function copyText(text: string): Promise<boolean> {
  if (copyBySelection(text)) return true
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'tc-hidden'
  // Inside an open dialog, where there is one: what is outside cannot be selected.
  const place = focused?.closest('dialog') ?? document.body
  place.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}
