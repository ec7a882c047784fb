import { NodeFS } from '@electric-sql/pglite/nodefs'

interface Emscripten {
  NODEFS: {
    node_ops: { mknod(parent: unknown, name: string, mode: number, device: number): unknown }
    doSetAttr(target: unknown, node: unknown, attributes: { mode?: number }, ...operations: unknown[]): void
  }
}

const ownerOnly = (mode: number) => mode & ~0o077

/** Restricts PGlite's files to their owner: by default everybody may read and write them, whatever the umask. */
export class PrivateFiles extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>) {
    const { emscriptenOpts } = await super.init(...args)
    const restrict = ({ NODEFS }: Emscripten) => {
      const { doSetAttr, node_ops } = NODEFS
      const { mknod } = node_ops
      node_ops.mknod = (parent, name, mode, device) => mknod(parent, name, ownerOnly(mode), device)
      NODEFS.doSetAttr = (target, node, attributes, ...operations) => {
        const { mode } = attributes
        doSetAttr(
          target,
          node,
          mode === undefined ? attributes : { ...attributes, mode: ownerOnly(mode) },
          ...operations,
        )
      }
    }
    const preRun = [emscriptenOpts.preRun ?? []].flat()
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [restrict as never, ...preRun] } }
  }
}
