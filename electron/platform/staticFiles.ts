import { readFile, realpath } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  readonly contentType: string;
  readonly body: Buffer;
}

/**
 * The file of the page that a URL path names, or undefined. Nothing outside the folder is ever read: the path is decoded once, resolved,
 * and both the path and what it really points to must lie inside.
 */
export async function readPageFile(folder: string, urlPath: string): Promise<StaticFile | undefined> {
  const relative = decodePath(urlPath === '/' ? '/index.html' : urlPath);
  if (relative === undefined) return undefined;
  const contentType = contentTypes[extname(relative)];
  if (contentType === undefined) return undefined;
  const file = resolve(folder, `.${relative}`);
  if (!isInside(resolve(folder), file)) return undefined;
  try {
    if (!isInside(await realpath(folder), await realpath(file))) return undefined;
    return { contentType, body: await readFile(file) };
  } catch {
    return undefined;
  }
}

function decodePath(urlPath: string): string | undefined {
  try {
    const decoded = decodeURIComponent(urlPath);
    return /^\/[^\0\\]*[^\0\\/]$/.test(decoded) ? decoded : undefined;
  } catch {
    return undefined;
  }
}

function isInside(folder: string, file: string): boolean {
  return file.startsWith(folder + sep);
}
