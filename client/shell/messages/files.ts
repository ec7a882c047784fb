import { createContext } from 'preact'
import type { Files } from '../../attachments/create-files.tsx'

/** Loads the code that uploads and shows files, on first use. */
export const FilesContext = createContext<() => Promise<Files>>(() => Promise.reject(new Error('Not loaded')))
