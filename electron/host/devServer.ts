import type { Server } from 'node:http';
import type { PageHandler } from './server.ts';

export interface DevelopmentPage {
  readonly page: PageHandler;
  attach(server: Server): void;
  close(): Promise<void>;
}

/**
 * The page straight from its sources, with hot reload over the same port. Without the content policy: the bundler's client needs
 * inline scripts. The guard and the token stay.
 */
export async function startDevelopmentPage(configFile: string): Promise<DevelopmentPage> {
  const { createServer } = await import('vite');
  const upgrades = new (await import('node:http')).Server();
  const vite = await createServer({
    configFile,
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server: upgrades } },
  });
  return {
    page: (request, response) =>
      new Promise((done) => {
        response.once('close', () => done());
        vite.middlewares(request, response, () => {
          response.writeHead(404).end();
        });
      }),
    attach(server) {
      server.on('upgrade', (request, socket, head) => {
        // The same rule as for every other request: a page under another name gets nothing.
        const authority = `127.0.0.1:${request.socket.localPort}`;
        if (request.headers.host === authority && request.headers.origin === `http://${authority}`)
          upgrades.emit('upgrade', request, socket, head);
        else socket.destroy();
      });
    },
    close: () => vite.close(),
  };
}
