import { useEffect, useState } from 'react';
import type { Client } from '#shared/ipc/client.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { compareKeyOf } from '#renderer/state/compareKeys.ts';
import { uploadFile } from '#renderer/state/uploadFile.ts';
import { usePlanSession } from '#renderer/state/usePlan.ts';

export type WorkbookProposal = Output<'report.readWorkbook'>;

export interface ReadWorkbook {
  /** null while it is being read, and when it was refused. */
  readonly proposal: WorkbookProposal | null;
  readonly fault: Fault | null;
}

const reading: ReadWorkbook = { proposal: null, fault: null };

async function proposalIn(
  client: Client,
  file: File,
  key: string | null,
): Promise<Result<WorkbookProposal, Fault>> {
  const upload = await uploadFile(client, file);
  if (!upload.ok) return upload;
  return client.call('report.readWorkbook', {
    upload: upload.value,
    ...(key === null ? {} : { plan: compareKeyOf(key) }),
  });
}

/** What was changed in a workbook since it was exported from the plan with this key; null for the one that it names. */
export function useWorkbook(file: File, key: string | null): ReadWorkbook {
  const { client, library } = usePlanSession();
  const [answer, setAnswer] = useState<
    (ReadWorkbook & { readonly of: File; readonly key: string | null }) | null
  >(null);
  useEffect(() => {
    let isWanted = true;
    void library
      .settle()
      .then(() => proposalIn(client, file, key))
      .then((read) => {
        if (!isWanted) return;
        setAnswer({
          of: file,
          key,
          proposal: read.ok ? read.value : null,
          fault: read.ok ? null : read.fault,
        });
      });
    return () => {
      isWanted = false;
    };
  }, [client, library, file, key]);
  // An answer about another file or plan is none.
  return answer?.of === file && answer.key === key ? answer : reading;
}

/** A plan that follows what was proposed. */
export function followed(
  document: ScenarioDocument,
  commands: readonly Command[],
): Result<ScenarioDocument, Fault> {
  let next = document;
  for (const command of commands) {
    const applied = applyCommand(next, command);
    if (!applied.ok) return applied;
    next = applied.value.next;
  }
  return ok(next);
}
