import { settingsSchema } from '#shared/ipc/operations/settings.ts';
import type { Handlers, Output } from '#shared/ipc/contract.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Context } from './context.ts';

type Settings = Output<'setting.get'>;

/** Stored values that this version understands; a key or value of another version is left out, not an error. */
function read({ workspace }: Context): Settings {
  const known = Object.entries(settingsSchema.shape).flatMap(([key, schema]) => {
    const value = schema.safeParse(workspace.settings.all().get(key));
    return value.success && value.data !== undefined ? [[key, value.data] as const] : [];
  });
  return settingsSchema.parse(Object.fromEntries(known));
}

/** What is compared no longer names what was deleted; belongs into the transaction that deletes it. */
export function forgetDeleted(context: Context): void {
  const { settings, scenarios, versions } = context.workspace;
  const { compared = [] } = read(context);
  const isThere = (id: string) => scenarios.find(id) !== undefined;
  const saved = new Map(versions.all().map(({ id, scenarioId }) => [id, scenarioId]));
  const left = compared.filter(({ kind, id }) => isThere(kind === 'version' ? (saved.get(id) ?? '') : id));
  if (left.length === compared.length) return;
  if (left.length < 2) settings.remove('compared');
  else settings.set('compared', left);
}

/** The name under which edits are journalled. */
export function profileOf(context: Context): string {
  return read(context).profileName ?? context.ports.userName;
}

export function settingHandlers(context: Context): Pick<Handlers, 'setting.get' | 'setting.set'> {
  const { workspace } = context;
  return {
    'setting.get': () => ok(read(context)),
    'setting.set': (changes) =>
      workspace.write(() => {
        for (const [key, value] of Object.entries(changes)) {
          if (value === null) workspace.settings.remove(key);
          else workspace.settings.set(key, value);
        }
        return ok(read(context));
      }),
  };
}
