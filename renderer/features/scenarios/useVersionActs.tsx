import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/ipc/contract.ts';
import { scenarioKey, showComparison, versionKey } from '#renderer/state/compareKeys.ts';
import { usePlanSession, useView } from '#renderer/state/usePlan.ts';
import { faultText } from '#renderer/state/faultText.ts';

type Version = Output<'version.list'>[number];

interface VersionActs {
  readonly setStatus: (id: string, status: Version['status']) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Holds the scenario as it is now against the version. */
  readonly compare: (version: Version) => void;
  /** Opens what the version holds as a scenario of its own. */
  readonly openCopy: (version: Version) => Promise<void>;
}

interface Options {
  readonly onChanged: () => void;
  readonly onProblem: (message: string) => void;
}

/** What can be done with a saved version. */
export function useVersionActs({ onChanged, onProblem }: Options): VersionActs {
  const { t } = useTranslation();
  const { client, library, view } = usePlanSession();
  const { compare } = useView();
  return {
    compare({ id, scenarioId }) {
      compare([versionKey(id), scenarioKey(scenarioId)]);
      showComparison();
    },
    async setStatus(id, status) {
      const done = await client.call('version.setStatus', { id, status });
      if (done.ok) onChanged();
      else onProblem(faultText(done.fault, t));
    },
    async remove(id) {
      const done = await client.call('version.delete', { id });
      if (!done.ok) return onProblem(faultText(done.fault, t));
      view.forget(versionKey(id));
      onChanged();
    },
    async openCopy({ id, name }) {
      const opened = await client.call('version.open', { id });
      if (!opened.ok) return onProblem(faultText(opened.fault, t));
      const document = opened.value.document;
      const title = t('scenarios.versions.copyName', { scenario: document.name, version: name });
      await library.createFrom(title, document);
    },
  };
}
