import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PDFiumLibrary } from '@hyzyla/pdfium'

/** Maximum bytes of memory for PDFium. */
const maxMemory = 512 * 1024 * 1024

let compiled: Promise<WebAssembly.Module> | undefined

/** A picture of pixels, each of four bytes: red, green, blue and alpha. */
interface Pixels {
  data: Uint8Array
  width: number
  height: number
}

/** Renders the first page of a PDF, its longer side this many pixels. Throws if it cannot be read, or needs a password. */
export async function firstPage(file: Uint8Array, maxSide: number): Promise<Pixels> {
  compiled ??= readFile(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'))).then((bytes) =>
    WebAssembly.compile(bytes),
  )
  const program = await compiled
  // A new one for each file, so that nothing of another is left in it.
  const library = await PDFiumLibrary.init({
    instantiateWasm(imports, started) {
      limitMemory(imports)
      WebAssembly.instantiate(program, imports).then(started as never)
      return {}
    },
  })
  const page = (await library.loadDocument(file)).getPage(0)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = maxSide / Math.max(originalWidth, originalHeight)
  const [width, height] = [originalWidth, originalHeight].map((side) => Math.max(1, Math.round(side * scale)))
  return page.render({ width, height })
}

/** Refuses more memory where the program asks for it. */
function limitMemory(imports: WebAssembly.Imports): void {
  for (const functions of Object.values(imports)) {
    const grow = functions.emscripten_resize_heap
    if (typeof grow !== 'function') continue
    functions.emscripten_resize_heap = (bytes: number) => bytes >>> 0 <= maxMemory && grow(bytes)
  }
}
