/** Opens the workspace given, prints the fault's code or "opened", and ends. */
import { writeSync } from 'node:fs';
import { composeServices } from '#electron/services/composeServices.ts';

const [workspaceFile = ''] = process.argv.slice(2);
// For who wants to know when it begins; on another channel than the answer.
writeSync(2, 'opening\n');
const opened = composeServices({ workspaceFile });
process.stdout.write(`${opened.ok ? 'opened' : opened.fault.code}\n`);
if (opened.ok) opened.value.close();
