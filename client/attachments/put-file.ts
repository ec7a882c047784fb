/** Sends a file's bytes; resolves with the status of the answer, or 0 if there was none. */
export function putFile(
  url: string,
  file: File,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (part: number) => void },
): Promise<number> {
  // Only this older API reports progress.
  const request = new XMLHttpRequest()
  return new Promise((resolve) => {
    request.upload.onprogress = ({ loaded }) => onProgress(loaded / file.size)
    request.onloadend = () => resolve(request.status)
    signal.addEventListener('abort', () => request.abort())
    request.open('PUT', url)
    request.send(file)
  })
}
