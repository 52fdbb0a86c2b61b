/** What every part of the page is given: types only. */

/** @import { Store } from '../state.js' */
/** @import { Api } from '../api.js' */
/** @import { Model, Head as MapHead } from '../model.js' */
/** @import { createView } from '../render/view.js' */
/** @import { Reading } from './reading.js' */

/** @typedef {MapHead & { example?: boolean, made: { version: string, seed: number } }} Head */

/**
 * @typedef {{
 *   store: Store, api: Api, head: Head, model: Model, view: ReturnType<typeof createView>,
 *   say: (sentence: string) => void, reading: Reading,
 * }} Page  say speaks to screen readers
 */

/** @typedef {{ id: string, title: string, year?: number, node?: number }} PaperRef */
/** @typedef {{ key: string, label: string, kind: string }} ConceptRef */
/** @typedef {{ field: string, start: number, end: number, sentence: string, sentenceStart: number }} Evidence */
/** @typedef {{ source: Evidence[], target: Evidence[] }} BothEvidence */

/**
 * One kind of panel. title is known at once; fill asks the server and fills the body.
 * @template K
 * @typedef {{
 *   region: string, title: (page: Page, key: K) => string,
 *   fill: (page: Page, key: K, body: HTMLElement, signal: AbortSignal) => Promise<void>,
 * }} PanelKind
 */

/** The module has no values of its own. */
export const PAGE = 'papergraph';
