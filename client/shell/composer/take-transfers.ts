import type { WaitingTray } from './waiting-tray.ts'

/** Adds files that are pasted or dropped anywhere to the form that is shown, if there is one. */
export function takeTransfers(shown: () => WaitingTray | undefined): void {
  function take(event: Event): void {
    const { clipboardData, dataTransfer } = event as ClipboardEvent & DragEvent
    const data = clipboardData ?? dataTransfer
    const tray = shown()
    // Spreadsheets copy text, and a picture of it.
    if (!tray || !data?.types.includes('Files') || (clipboardData && data.types.includes('text/plain')))
      return
    event.preventDefault()
    if (event.type !== 'dragover') tray.add([...data.files])
  }
  for (const type of ['paste', 'dragover', 'drop']) document.addEventListener(type, take)
}
