interface Value {
  /** Its content; empty if it has parts. */
  bytes: Buffer
  parts: Value[]
  /** Index after it. */
  end: number
}

const signedData = '2a864886f70d010702'
const maxDepth = 32
/** Content is split into strings of at least a thousand bytes; a value may take as few as two. */
const maxValues = 100_000
const nothing = Buffer.alloc(0)

/** The signed email inside an S/MIME signature that is not detached (RFC 5652, 5.1); undefined for anything else. */
export function signedEmail(bytes: Buffer): Buffer | undefined {
  try {
    const [type, content] = valueAt(bytes, 0, { values: 0 }).parts
    if (type?.bytes.toString('hex') !== signedData) return undefined
    const octets = content?.parts[0]?.parts[2]?.parts[1]?.parts[0]
    return octets && octetsOf(octets)
  } catch {
    return undefined
  }
}

/** Long content is split into several strings. */
function octetsOf({ bytes, parts }: Value): Buffer {
  return parts.length > 0 ? Buffer.concat(parts.map(octetsOf)) : bytes
}

/** The value in BER (X.690) at an index. Throws if there is none. */
function valueAt(bytes: Buffer, at: number, read: { values: number }, depth = 0): Value {
  const tag = bytes.readUInt8(at)
  const first = bytes.readUInt8(at + 1)
  const wide = first > 0x80 ? first - 0x80 : 0
  const start = at + 2 + wide
  const length = wide > 0 ? bytes.readUIntBE(at + 2, wide) : first
  const open = first === 0x80
  const end = open ? bytes.length : start + length
  if (end > bytes.length || depth > maxDepth || ++read.values > maxValues) throw new Error('not BER')
  if ((tag & 0x20) === 0) return { bytes: bytes.subarray(start, end), parts: [], end }
  const parts: Value[] = []
  let next = start
  while (next < end) {
    // Two zeros end a value without a length.
    if (open && bytes.readUInt16BE(next) === 0) return { bytes: nothing, parts, end: next + 2 }
    const part = valueAt(bytes, next, read, depth + 1)
    parts.push(part)
    next = part.end
  }
  return { bytes: nothing, parts, end }
}
