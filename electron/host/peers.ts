import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

/** How the kernel writes 127.0.0.1 in its tables: for sockets of IPv4 and, mapped, of IPv6; in either order of bytes. */
const loopback = /^(?:0{16}(?:FFFF0000|0000FFFF))?(?:0100007F|7F000001)$/;
const listening = '0A';
const established = '01';

export interface Connection {
  readonly localAddress: string;
  readonly localPort: number;
  readonly remotePort: number;
  readonly state: string;
  readonly user: number;
}

/** Rows of /proc/net/tcp and tcp6. */
export function readConnections(table: string): readonly Connection[] {
  return table
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, local = '', remote = '', state = '', , , , user = ''] = line.trim().split(/\s+/);
      const [localAddress = '', localPort = ''] = local.split(':');
      const [, remotePort = ''] = remote.split(':');
      if (user === '') return [];
      return [
        {
          localAddress,
          localPort: Number.parseInt(localPort, 16),
          remotePort: Number.parseInt(remotePort, 16),
          state,
          user: Number(user),
        },
      ];
    });
}

/**
 * Whether the connection from `peerPort` to `port` is another user's. The administrator may pass (relays of virtual machines run as
 * root, and root reads every file anyway), but only with a socket that is open: the kernel shows abandoned ones as root's.
 */
export function isForeign(
  connections: readonly Connection[],
  { peerPort, port, user }: { readonly peerPort: number; readonly port: number; readonly user: number },
): boolean {
  const found = connections.find(
    ({ localAddress, localPort, remotePort }) =>
      localPort === peerPort && remotePort === port && loopback.test(localAddress),
  );
  if (found === undefined) return true;
  return found.user !== user && !(found.user === 0 && found.state === established);
}

/** Tells whether a connection comes from another user of this machine. */
export interface PeerCheck {
  /** False where the system does not tell; the keys in the addresses are then all there is. */
  readonly isActive: boolean;
  isForeign(socket: Socket): boolean;
}

function connectionsNow(): readonly Connection[] {
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => {
    try {
      return readConnections(readFileSync(file, 'latin1'));
    } catch {
      return [];
    }
  });
}

/** Linux tells whose each local connection is. The check is trusted only where it finds the host's own socket first. */
export function checkPeers(port: number, user: number | undefined = process.geteuid?.()): PeerCheck {
  const isActive = connectionsNow().some(
    (row) =>
      row.localPort === port &&
      row.state === listening &&
      row.user === user &&
      loopback.test(row.localAddress),
  );
  if (!isActive || user === undefined) return { isActive: false, isForeign: () => false };
  const known = new WeakMap<Socket, boolean>();
  return {
    isActive,
    isForeign(socket) {
      const before = known.get(socket);
      if (before !== undefined) return before;
      const answer = isForeign(connectionsNow(), { peerPort: socket.remotePort ?? 0, port, user });
      known.set(socket, answer);
      return answer;
    },
  };
}
