import { createContext } from 'preact'
import type { Files } from '../attachments/create-files.tsx'

/** Loads what composes and shows files, on first need. */
export const FilesContext = createContext<() => Promise<Files>>(() => Promise.reject(new Error('Not loaded')))
