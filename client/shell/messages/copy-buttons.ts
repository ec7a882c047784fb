import { createContext } from 'preact'

/** Adds a button that copies to each block of code in an element; its code is loaded on first use. */
export const CopyButtonsContext = createContext<(place: Element) => void>(() => {})
