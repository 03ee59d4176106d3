import type { Client } from '#shared/ipc/client.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';

/** In base64 a third larger, and still well under what one request may carry. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** The bytes as base64, a piece at a time: a call with all of them as arguments would overflow the stack. */
function base64Of(bytes: Uint8Array): string {
  const chunk = 0x8000;
  let binary = '';
  for (let from = 0; from < bytes.length; from += chunk)
    binary += String.fromCharCode(...bytes.subarray(from, from + chunk));
  return btoa(binary);
}

/** Sends a file to the services in pieces. @returns the id under which it waits there */
export async function uploadFile(client: Client, file: File): Promise<Result<string, Fault>> {
  const begun = await client.call('upload.begin', { name: file.name, bytes: file.size });
  if (!begun.ok) return begun;
  const { id } = begun.value;
  for (let offset = 0; offset < file.size;) {
    const piece = new Uint8Array(await file.slice(offset, offset + PIECE_BYTES).arrayBuffer());
    const sent = await client.call('upload.append', { id, offset, base64: base64Of(piece) });
    if (!sent.ok) return sent;
    offset = sent.value.received;
  }
  return ok(id);
}
