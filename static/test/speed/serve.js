/** Serves the page of this checkout over a map in memory: what a browser needs, without the time it takes to make a map. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const KINDS = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
};

/**
 * @param {{ head: object, block: ArrayBuffer }} map
 * @param {Record<string, string>} [more] other addresses: files that answer them
 * @returns {Promise<{ base: string, close: () => Promise<void> }>}
 */
export async function serveMap({ head, block }, more = {}) {
  const server = createServer(async (request, answer) => {
    const name = new URL(request.url ?? '/', 'http://page').pathname.replace(/^\/$/, '/index.html');
    const send = (status, kind, body) => answer.writeHead(status, { 'Content-Type': kind }).end(body);
    if (name === '/api/v1/map') return send(200, 'application/json', JSON.stringify(head));
    if (name === '/api/v1/map.bin') return send(200, 'application/octet-stream', Buffer.from(block));
    const file = more[name] ?? path.join(ROOT, name);
    const body = await readFile(file).catch(() => null);
    if (!body || !path.resolve(file).startsWith(ROOT))
      return send(404, 'application/problem+json', '{"title":"not here"}');
    return send(200, KINDS[path.extname(file)] ?? 'text/plain', body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    base: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((done) => server.close(done)),
  };
}
