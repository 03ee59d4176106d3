import type { Migration } from '../migrate.ts';
import { initial } from './0001_initial.ts';
import { variantsAndVersions } from './0002_variants_and_versions.ts';

/** Strictly increasing; an entry is never edited after its release. */
export const migrations: readonly Migration[] = [initial, variantsAndVersions];
