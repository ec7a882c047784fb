import type en from './catalogues/en.json'

/** The texts of one language: of the frame, of pages that the server renders, and of emails. English has every key. */
export type Catalogue = typeof en

export type FrameText = keyof Catalogue['frame']
/** What the frame loads with its late scripts. */
export type LateText = keyof Catalogue['late']
export type PageText = keyof Catalogue['pages']
export type EmailText = keyof Catalogue['emails']
