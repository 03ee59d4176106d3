import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrations } from '#electron/db/migrations/index.ts';
import { openWorkspace } from '#electron/db/workspace.ts';
import { starterDocument } from '#electron/services/sample.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import { scenarioText } from '#test/support/planFixtures.ts';
import { faultOf, firstScenario, newWorkspace, temporaryFolder, valueOf } from '#test/support/workspaces.ts';

function emptyWorkspace() {
  const file = join(temporaryFolder(), 'workspace.headroom');
  const workspace = valueOf(openWorkspace(file, migrations, () => '2027-01-01T00:00:00.000Z'));
  onTestFinished(() => workspace.close());
  const insert = (id: string) => {
    const content = starterDocument();
    const at = '2027-01-01T00:00:00.000Z';
    workspace.scenarios.insert({ id, name: content.name, parentId: null, content, at });
  };
  return { workspace, insert };
}

describe('a transaction', () => {
  it('keeps what it wrote when its result is a success', () => {
    const { workspace, insert } = emptyWorkspace();
    expect(workspace.write(() => ok(insert('a')))).toEqual(ok(undefined));
    expect(workspace.scenarios.count()).toBe(1);
  });

  it('undoes what it wrote when its result is a fault, and passes the fault on', () => {
    const { workspace, insert } = emptyWorkspace();
    const refused = workspace.write(() => {
      insert('a');
      return fault('not-found');
    });
    expect(faultOf(refused).code).toBe('not-found');
    expect(workspace.scenarios.count()).toBe(0);
  });

  it('undoes what it wrote when a defect throws, and passes the error on', () => {
    const { workspace, insert } = emptyWorkspace();
    const breaking = () =>
      workspace.write(() => {
        insert('a');
        insert('a');
        return ok(undefined);
      });
    expect(breaking).toThrow(/UNIQUE constraint failed: scenario.id/);
    expect(workspace.scenarios.count()).toBe(0);
  });
});

it('the sample is the reference plan under a name of its own', async () => {
  const { document } = await firstScenario(newWorkspace().client);
  const reference: unknown = JSON.parse(scenarioText('salesGrowth'));
  const { name, notes, assumptions } = document;
  expect(document).toEqual(Object.assign({}, reference, { name, notes, assumptions }));
});
