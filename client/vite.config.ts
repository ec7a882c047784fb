import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

/** For development: the server's documents load from here by absolute URLs, in a frame whose origin is "null". */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact({ devToolsEnabled: false })],
  appType: 'custom',
  // Scan at start: on a late find Vite reloads the page, and a frame that is still loading cannot reload.
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
