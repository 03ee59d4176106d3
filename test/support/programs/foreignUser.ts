/**
 * Run as root: serves as one ordinary user, and asks for the same page as that user and as another one. Prints both answers.
 */
import { spawn } from 'node:child_process';
import { startHost } from '#electron/host/server.ts';
import { createDownloads } from '#electron/services/downloads.ts';
import { realPorts } from '#electron/services/ports.ts';

const owner = 61_001;
const stranger = 61_002;

/** The status that a process of that user gets for the page. Node may be out of its reach, bash is not. */
function statusFor(user: number, authority: string): Promise<number> {
  const [name = '', port = ''] = authority.split(':');
  const script = `exec 3<>/dev/tcp/${name}/${port}
    printf 'GET / HTTP/1.1\\r\\nHost: ${authority}\\r\\nConnection: close\\r\\n\\r\\n' >&3
    head -c 12 <&3`;
  const child = spawn('/bin/bash', ['-c', script], { uid: user, gid: user });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', () => done(Number(printed.slice('HTTP/1.1 '.length))));
  });
}

// Sockets belong to the effective user; the real one stays root, so that processes of both users can be started.
process.seteuid?.(owner);
const host = await startHost({
  services: {
    dispatch: () => Promise.resolve({ ok: true, value: null }),
    subscribe: () => () => {},
    downloads: createDownloads(realPorts().clock),
  },
  page: async (_request, response) => {
    response.writeHead(200).end();
  },
  port: 0,
});
process.seteuid?.(0);
const { host: authority } = new URL(host.address);
const answers = { own: await statusFor(owner, authority), foreign: await statusFor(stranger, authority) };
console.log(JSON.stringify(answers));
await host.close();
