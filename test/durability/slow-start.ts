import { Server } from 'node:net'
import { setFlagsFromString } from 'node:v8'

// Loaded before the server: it starts to listen ten seconds late, and V8 shrinks an idle heap as soon as it may.
setFlagsFromString('--optimize-for-size')

const { listen } = Server.prototype
Server.prototype.listen = function (this: Server, ...args: unknown[]) {
  setTimeout(() => Reflect.apply(listen, this, args), 10_000)
  return this
}
