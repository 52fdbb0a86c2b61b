/** Fetches head and block, waits while the map is being made. */

import { Fault } from '../api.js';
import { makeModel } from '../model.js';
import { readMap } from '../wire.js';

/** @import { Api } from '../api.js' */
/** @import { createScreen } from './screen.js' */
/** @import { Head } from './page.js' */

/** ms between questions while the map is being made. */
const AGAIN = 400;

/**
 * The map, once there is one. Throws a Fault or a WireError whose message is a sentence.
 * @param {Api} api
 * @param {ReturnType<typeof createScreen>} screen
 */
export async function loadMap(api, screen) {
  screen.loading(0, 0);
  const head = await headWhenMade(api, screen);
  performance.mark('papergraph:head');
  const block = await api.bytes(head.bin.url, head.bin.bytes, screen.loading);
  const map = readMap(block, head.hash);
  const model = makeModel(head, map);
  performance.mark('papergraph:positions');
  return { head, model };
}

/** @param {Api} api @param {ReturnType<typeof createScreen>} screen @returns {Promise<Head>} */
async function headWhenMade(api, screen) {
  for (;;) {
    try {
      return await api.get('map');
    } catch (fault) {
      if (!(fault instanceof Fault) || !fault.building) throw fault;
      screen.building(fault.building);
      await new Promise((done) => setTimeout(done, AGAIN));
    }
  }
}
