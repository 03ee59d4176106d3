/**
 * `node test/support/programs/killMany.ts [--kills 500] [--minutes 20]`: kills processes that edit, save versions, make
 * backups and update old files, at random moments, and looks at what is left after each. Prints figures; ends with 1 when
 * anything was lost.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { editAndKill, foundIn, killWhileUpdating, lossesOf } from '../killing.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '500' }, minutes: { type: 'string', default: '20' } },
});
const wanted = Number(values.kills);
const endsAt = Date.now() + Number(values.minutes) * 60_000;
const folder = mkdtempSync(join(tmpdir(), 'headroom-kills-'));
const totals = { kills: 0, starts: 0, updates: 0, revisions: 0, versions: 0, backups: 0 };
const losses: string[] = [];
/** A workspace is used for so many kills, then a new one begins, so that starts are killed as well. */
const killsOfAWorkspace = 25;

/** What is killed in turn, and how many milliseconds after it has begun at most. */
const moments = [
  ['ready', 800],
  ['ready', 300],
  ['saving', 2500],
  ['opening', 120],
  ['version', 200],
] as const;

async function round(): Promise<void> {
  const kind = totals.kills % 6;
  totals.kills += 1;
  if (kind === 5) {
    totals.updates += 1;
    losses.push(...(await killWhileUpdating(folder, Math.random() * 60)));
    return;
  }
  const file = join(folder, `workspace${Math.floor(totals.kills / killsOfAWorkspace)}.headroom`);
  const [moment, longest] = moments[kind] ?? moments[0];
  totals.starts += moment === 'opening' ? 1 : 0;
  const acknowledged = await editAndKill(file, Math.random() * longest, moment);
  // Every version is looked for; recomputing those of this round is enough.
  const found = await foundIn(file, (id) => acknowledged.versions.includes(id));
  totals.revisions += acknowledged.revision > 0 ? 1 : 0;
  totals.versions += acknowledged.versions.length;
  totals.backups += acknowledged.backups.length;
  losses.push(...lossesOf(file, acknowledged, found));
}

try {
  while (totals.kills < wanted && Date.now() < endsAt) {
    await round();
    if (totals.kills % 50 === 0) console.log(JSON.stringify({ ...totals, losses: losses.length }));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(JSON.stringify({ ...totals, losses }, undefined, 1));
process.exitCode = losses.length === 0 && totals.kills === wanted ? 0 : 1;
