/** Takes the map away: graph files and the report from the server, pictures made here. */

import { count } from '../format.js';
import { visibleIn } from '../render/scene.js';
import { openDialog } from './dialog.js';
import { h } from './h.js';
import { icon } from './icons.js';
import { fileName, save } from './save.js';

/** @import { Page } from './page.js' */

/** @typedef {{ name: string, ending: string, what: string, address?: string }} Format */

/** What is known of the formats a server may have. @type {Record<string, Format>} */
const FILES = {
  graphml: { name: 'GraphML', ending: 'graphml', what: 'for Gephi, Cytoscape, yEd, igraph' },
  gexf: { name: 'GEXF', ending: 'gexf', what: 'for Gephi' },
  csv: { name: 'CSV', ending: 'zip', what: 'nodes and edges as two tables' },
  json: { name: 'JSON', ending: 'json', what: 'nodes and links for programs' },
  report: {
    name: 'Report',
    ending: 'md',
    what: 'centrality, communities, bridges of the whole map, as text',
    address: 'reports/centrality?format=md',
  },
};

/** @param {Page} page */
export function openExport(page) {
  const files = ['graphml', 'gexf', 'csv', 'json'].filter((name) => page.head.exports.includes(name));
  const legend = h('input', { type: 'checkbox', checked: true });
  const size = h(
    'select',
    {},
    ['1x', '2x', '4x'].map((x) => h('option', { value: x[0] }, x)),
  );
  size.value = '2';
  const choices = h(
    'div',
    { class: 'by' },
    h('label', {}, h('span', {}, 'Picture size'), size),
    h('label', { class: 'check' }, legend, h('span', {}, 'With legend')),
  );
  const extent = createExtent(page);
  const fault = h('p', { class: 'fault', role: 'alert', hidden: true });
  const guard = (/** @type {() => Promise<void>} */ make) => async () => {
    fault.hidden = true;
    await make().catch((error) => {
      fault.textContent = error.message;
      fault.hidden = false;
    });
  };
  const svg = async () =>
    save(
      new Blob([page.view.svg(legend.checked, extent.only())], { type: 'image/svg+xml' }),
      `${nameOf(page)}.svg`,
    );
  const png = async () =>
    save(await page.view.picture(Number(size.value), legend.checked, extent.only()), `${nameOf(page)}.png`);
  openDialog('Export', [
    extent.element,
    h('h3', {}, 'Picture'),
    h(
      'p',
      { class: 'quiet' },
      'The map as it stands on screen; of a selection or the list, those papers alone.',
    ),
    choices,
    rows([row('SVG', 'lines and text, for print', guard(svg)), row('PNG', 'pixels, for slides', guard(png))]),
    h('h3', {}, 'Data'),
    rows(
      [...files, 'report'].map((name) =>
        row(
          FILES[name].name,
          FILES[name].what,
          guard(() => fetchFile(page, name, extent.query())),
        ),
      ),
    ),
    fault,
  ]);
}

/** Which papers are taken: all, those the map shows, those selected, those of the list. @param {Page} page */
function createExtent({ store, model, reading }) {
  const state = store.get();
  const shown = Array.from(model.ids.keys()).filter(visibleIn(model, state));
  const listed = reading.get().items.map((item) => model.nodeOf(item.id));
  const choices = [
    { name: 'Whole map', nodes: [...model.ids.keys()], part: false },
    { name: 'What is shown', nodes: shown, part: false },
    { name: 'Selection', nodes: state.selected.map(model.nodeOf), part: true },
    { name: 'Reading list', nodes: listed.filter((node) => node >= 0), part: true },
  ].filter(({ nodes, part }) => !part || nodes.length > 0);
  let chosen = choices[0];
  const radios = choices.map((choice) => {
    const choose = () => {
      chosen = choice;
    };
    const radio = h('input', { type: 'radio', name: 'extent', on: { change: choose } });
    radio.checked = choice === chosen;
    const label = h('label', { class: 'check' }, radio, h('span', {}, choice.name));
    return h('div', {}, label, h('small', { class: 'quiet' }, count(choice.nodes.length)));
  });
  const element = h('div', { class: 'extent', role: 'radiogroup', 'aria-label': 'What to export' }, radios);
  return {
    element,
    query: () =>
      chosen.nodes.length === model.n ? '' : queryOf(chosen.nodes.map((node) => model.ids[node])),
    /** The papers of a picture, null for the map as it stands. */
    only: () => (chosen.part ? new Set(chosen.nodes) : null),
  };
}

/** @param {string[]} ids */
function queryOf(ids) {
  return `?${ids.map((id) => `ids=${encodeURIComponent(id)}`).join('&')}`;
}

/** @param {HTMLElement[]} items */
function rows(items) {
  return h('ul', { class: 'downloads', role: 'list' }, items);
}

/** @param {string} name @param {string} what @param {() => void} click */
function row(name, what, click) {
  const button = h(
    'button',
    { type: 'button', class: 'button', 'aria-label': `Download ${name}`, on: { click } },
    icon('export'),
    'Download',
  );
  return h('li', {}, h('div', {}, h('b', {}, name), h('small', {}, what)), button);
}

/** @param {Page} page @param {string} format @param {string} query which papers */
async function fetchFile({ api, head }, format, query) {
  const { address, ending } = FILES[format];
  const answer = await fetch(api.base + (address ?? `export/${format}${query}`)).catch(() => null);
  if (!answer?.ok) {
    const said = await answer?.json().catch(() => null);
    throw new Error(said?.detail ?? 'The server does not answer. Is papergraph still running?');
  }
  const named = /filename="?([^";]+)"?/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1];
  save(await answer.blob(), named ?? `${fileName(head.title)}.${ending}`);
}

/** @param {Page} page */
function nameOf({ head }) {
  return fileName(head.title);
}
