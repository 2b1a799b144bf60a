// A static server for one folder below a base path, with the strictest policy a host may send, or with none, as some hosts are.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8', '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.xml': 'application/xml',
};

/** The search alone may compile the program that reads its index. */
const policy = (path) => `default-src 'self'${path.startsWith('/search/') ? "; script-src 'self' 'wasm-unsafe-eval'" : ''}`;

/** Serves `folder` at `base`, which starts and ends in a slash; resolves to its origin and a way to end it. */
export function serve(folder, base = '/', { strict = true } = {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const send = (status, name, bytes) => {
      response.writeHead(status, {
        'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
        ...(strict && { 'content-security-policy': policy(path.slice(base.length - 1)) }),
      });
      response.end(bytes);
    };
    const name = path.endsWith('/') ? `${path}index.html` : path;
    try {
      if (!name.startsWith(base)) throw new Error('outside');
      send(200, name, await readFile(join(folder, normalize(`/${name.slice(base.length)}`))));
    } catch {
      send(404, '404.html', await readFile(join(folder, '404.html')));
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() });
    });
  });
}
