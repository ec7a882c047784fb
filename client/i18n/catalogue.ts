import type en from './catalogues/en.json'
import type consoleEn from './console/en.json'
import type dataEn from './data/en.json'
import type issuesEn from './issues/en.json'
import type settingsEn from './settings/en.json'

/** The texts of one language: of the frame, of pages that the server renders, and of emails. English has every key. */
export type Catalogue = typeof en

export type FrameText = keyof Catalogue['frame']
/** What the frame loads with its late scripts. */
export type LateText = keyof Catalogue['late']
export type PageText = keyof Catalogue['pages']
export type EmailText = keyof Catalogue['emails']

/** The texts of the console, which speaks fewer languages, and of its settings and their page about data, loaded with them. */
export type ConsoleText = keyof typeof consoleEn
export type SettingsText = keyof typeof settingsEn
export type DataText = keyof typeof dataEn
/** What is wrong with an input, which the console loads after its first screen. */
export type IssueText = keyof typeof issuesEn
