import { itPack, marketingPack, productPack, salesPack } from './customers.ts';
import type { Pack, PackId } from './define.ts';
import { financePack, leadersPack } from './money.ts';
import { agentsPack, managersPack, partnerPack } from './teams.ts';

/** What each kind of reader gets to see. */
export const packs: Readonly<Record<PackId, Pack>> = {
  finance: financePack,
  sales: salesPack,
  it: itPack,
  product: productPack,
  marketing: marketingPack,
  leaders: leadersPack,
  managers: managersPack,
  agents: agentsPack,
  partner: partnerPack,
};
