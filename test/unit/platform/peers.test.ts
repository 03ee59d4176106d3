import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openerAddress } from '#electron/host/opener.ts';
import { checkPeers, isForeign, readConnections } from '#electron/host/peers.ts';

// Rows as Linux writes them: of IPv4, of IPv6 with a mapped address, an abandoned one, and the listening socket itself.
const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1061 1 0 100 0 0 10 0
   1: 0100007F:9C40 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 1062 1 0 20 4 30 10 -1
   2: 0100007F:9C41 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 1063 1 0 20 4 30 10 -1
   3: 0100007F:9C42 0100007F:1F90 01 00000000:00000000 00:00000000 00000000     0        0 1064 1 0 20 4 30 10 -1
   4: 0100007F:9C43 0100007F:1F90 05 00000000:00000000 00:00000000 00000000     0        0 0 1 0 20 4 30 10 -1
   5: 0500000A:9C44 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 1066 1 0 20 4 30 10 -1
   6: 0000000000000000FFFF00000100007F:9C45 0000000000000000FFFF00000100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 1067 1 0 20 4 30 10 -1
`;

describe("whose connection it is, by the kernel's table", () => {
  it.each([
    ['the own user', 40_000, false],
    ['another user', 40_001, true],
    ['the administrator, with an open socket', 40_002, false],
    ['nobody knows, since the socket was abandoned: it shows as the administrator’s', 40_003, true],
    ['another machine’s address with the same ports', 40_004, true],
    ['the own user, by way of IPv6', 40_005, false],
    ['a connection that is not in the table', 40_006, true],
  ])('%s', (_title, peerPort, expected) => {
    expect(isForeign(readConnections(table), { peerPort, port: 8080, user: 1000 })).toBe(expected);
  });
});

describe.skipIf(process.platform !== 'linux')('on this machine', () => {
  const nobody = 65_534;

  async function listen(): Promise<number> {
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  }

  it('the own socket is found, and under another user it is not, so that a table of no use is not trusted', async () => {
    const port = await listen();
    expect(checkPeers(port).isActive).toBe(true);
    expect(checkPeers(port, nobody).isActive).toBe(false);
  });

  it.skipIf(process.getuid?.() !== 0)(
    'another user with the right token is refused; the own user is served (needs root, to be another user)',
    () => {
      const program = fileURLToPath(new URL('../../support/programs/foreignUser.ts', import.meta.url));
      const ran = spawnSync(process.execPath, [program], { encoding: 'utf8' });
      expect(ran.stderr).toBe('');
      expect(JSON.parse(ran.stdout)).toEqual({ own: 200, foreign: 403 });
    },
  );
});

describe('the address that a browser is started with', () => {
  const host = (knowsPeers: boolean) => ({
    knowsPeers,
    ticketAddress: () => 'http://127.0.0.1:4000/#ticket=AbC_1-',
  });

  it('is a ticket where the host knows whose a connection is', () => {
    expect(openerAddress(host(true), '/nowhere')).toBe('http://127.0.0.1:4000/#ticket=AbC_1-');
  });

  it('is a page that only this user can read where it does not, made anew each time', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'headroom-opener-')), 'window');
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const _start of ['first', 'second']) {
      const address = openerAddress(host(false), folder);
      expect(address).toMatch(/^file:\/\/.*\/window\/open\.html$/);
      const file = fileURLToPath(address);
      expect(readFileSync(file, 'utf8')).toContain('url=http://127.0.0.1:4000/#ticket=AbC_1-"');
      if (process.platform === 'win32') continue;
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
    expect(existsSync(folder)).toBe(true);
  });
});
