import type { DownloadOffer } from '#shared/ipc/operations/define.ts';

/** Gives content to the user as a file; the browser keeps large ones on the disk by itself. */
export function saveContent(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the browser reads the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Fetches a file that the services have offered.
 *
 * @returns null when it is not there any more: an offer is good for one time and ten minutes
 */
export async function fetchDownload(offer: DownloadOffer): Promise<Blob | null> {
  try {
    const response = await fetch(`/download/${offer.id}`);
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}

/** Fetches a file that the services have offered and gives it to the user. @returns false when it is not there any more */
export async function saveDownload(offer: DownloadOffer): Promise<boolean> {
  const content = await fetchDownload(offer);
  if (content === null) return false;
  saveContent(content, offer.name);
  return true;
}

/** A name as every file system takes it. */
export function fileNameOf(name: string): string {
  const plain = name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
  return plain.slice(0, 100).replace(/[. ]+$/, '') || 'scenario';
}
