import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

/** Development: the server's documents refer to this one by absolute URLs, from a frame whose origin is "null". */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact({ devToolsEnabled: false })],
  appType: 'custom',
  // Found at the start, not on the way: Vite reloads a page for a late find, and a frame that has not begun cannot be.
  optimizeDeps: { entries: ['ticket-center/main.tsx', 'console/main.tsx'] },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    cors: true,
    origin: 'http://127.0.0.1:5173',
    // The packages are next to this folder.
    fs: { allow: ['..'] },
  },
})
