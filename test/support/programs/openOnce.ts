/** Opens the workspace given, prints the fault's code or "opened", and ends. */
import { composeServices } from '#electron/services/composeServices.ts';

const [workspaceFile = ''] = process.argv.slice(2);
const opened = composeServices({ workspaceFile });
process.stdout.write(`${opened.ok ? 'opened' : opened.fault.code}\n`);
if (opened.ok) opened.value.close();
