// Starts the command of lib/app/synth-command.ts from source: `npm run synth` needs no build.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
require('ts-node').register({ cwd: fileURLToPath(new URL('..', import.meta.url)) });
const { runCommand } = require('../lib/app/synth-command.ts');
await runCommand();
