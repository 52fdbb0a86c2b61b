/**
 * Questions to the server: JSON with ETag, one retry, problem+json as a Fault, the last answers kept for when it is gone.
 */

/** How many answers are kept. */
const KEPT = 200;
/** ms before a request that found no server is tried once more. */
const RETRY = 250;
/** s between looks for a server that is gone. */
const WAITS = [2, 4, 8, 16, 30];

/** @typedef {{ stage: string, done: number, total: number }} Stage */

/** What the server could not answer; the message is a sentence for the reader. Status 0: there is no server. */
export class Fault extends Error {
  /** @param {number} status @param {string} sentence @param {Stage | null} [building] the map is being made */
  constructor(status, sentence, building = null) {
    super(sentence);
    this.name = 'Fault';
    this.status = status;
    this.building = building;
  }
}

/** @param {string} base of the API, relative to the page */
export function createApi(base) {
  /** @type {Map<string, { tag: string, body: unknown }>} */
  const kept = new Map();
  const connection = createConnection(base);

  /** @param {string} path @param {unknown} body @param {string} tag */
  function keep(path, body, tag) {
    kept.delete(path);
    kept.set(path, { tag, body });
    if (kept.size > KEPT) kept.delete(/** @type {string} */ (kept.keys().next().value));
  }

  /**
   * The answer to a question. Throws a Fault, or the signal's reason when it is no longer wanted.
   * @template T
   * @param {string} path below the base
   * @param {AbortSignal} [signal]
   * @returns {Promise<T>}
   */
  async function get(path, signal) {
    const known = kept.get(path);
    try {
      const answer = await ask(base + path, known?.tag ?? '', signal);
      connection.found();
      if (answer.status === 304 && known) return /** @type {T} */ (known.body);
      if (!answer.ok) throw await readFault(answer);
      const body = await answer.json();
      keep(path, body, answer.headers.get('ETag') ?? '');
      return body;
    } catch (fault) {
      if (!(fault instanceof Fault) || fault.status !== 0) throw fault;
      connection.lost();
      if (known) return /** @type {T} */ (known.body);
      throw fault;
    }
  }

  /**
   * A block of bytes, with word of how much has come.
   * @param {string} path
   * @param {number} size in bytes, unpacked, as far as known
   * @param {(done: number, size: number) => void} came
   * @returns {Promise<ArrayBuffer>}
   */
  async function bytes(path, size, came) {
    const answer = await ask(base + path, '', undefined);
    if (!answer.ok || !answer.body) throw await readFault(answer);
    const reader = answer.body.getReader();
    const chunks = [];
    let done = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      chunks.push(part.value);
      done += part.value.length;
      came(done, Math.max(size, done));
    }
    return new Blob(/** @type {BlobPart[]} */ (chunks)).arrayBuffer();
  }

  return { get, bytes, base, onConnection: connection.listen };
}

/** @typedef {ReturnType<typeof createApi>} Api */

/**
 * One request, tried twice where nobody answers.
 * @param {string} url @param {string} tag @param {AbortSignal | undefined} signal
 */
async function ask(url, tag, signal) {
  const headers = tag ? { 'If-None-Match': tag } : {};
  const options = signal ? { headers, signal } : { headers };
  try {
    return await fetch(url, options);
  } catch {
    signal?.throwIfAborted();
    await pause(RETRY);
    signal?.throwIfAborted();
    return fetch(url, options).catch(() => {
      signal?.throwIfAborted();
      throw new Fault(0, 'The server does not answer. Is papergraph still running?');
    });
  }
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((done) => {
    setTimeout(done, ms);
  });
}

/** A fault of the server as a sentence. @param {Response} answer */
async function readFault(answer) {
  const body = await answer.json().catch(() => null);
  const said = body?.detail || body?.title || `The server answered ${answer.status}.`;
  const sentence = said.charAt(0).toUpperCase() + said.slice(1);
  const building = answer.status === 503 && body?.stage ? body : null;
  return new Fault(answer.status, sentence, building);
}

/** Knows whether the server is there, and looks for it when it is not. @param {string} base */
function createConnection(base) {
  /** @type {Set<(connected: boolean) => void>} */
  const listeners = new Set();
  let connected = true;
  let tries = 0;

  /** @param {boolean} now */
  function tell(now) {
    if (now === connected) return;
    connected = now;
    for (const fn of listeners) fn(now);
  }

  function look() {
    const wait = WAITS[Math.min(tries++, WAITS.length - 1)];
    setTimeout(async () => {
      const there = await fetch(`${base}map`, { method: 'HEAD' }).catch(() => null);
      if (there) found();
      else look();
    }, wait * 1000);
  }

  function found() {
    tries = 0;
    tell(true);
  }

  function lost() {
    if (connected) {
      tell(false);
      look();
    }
  }

  return { found, lost, listen: (/** @type {(connected: boolean) => void} */ fn) => listeners.add(fn) };
}

/** A path segment. @param {string | number} part */
export function segment(part) {
  return encodeURIComponent(part);
}
