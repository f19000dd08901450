import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Library, PROGRAMS, ProgramName } from './program';

// Runs one program as a whole process, compiled: LIBRARY APP PROGRAM OUTPUT SERVICES [FIRST].

const [libraryPath, appName, name, outdir, services, first] = process.argv.slice(2) as [
  string,
  'ours' | 'cdk8s',
  ProgramName,
  string,
  string,
  string?,
];
const load = createRequire(join(libraryPath, 'index.js'));
const cdk8s = load('cdk8s') as typeof import('cdk8s');
// A program that does not use the library does not pay for it.
const packages = {
  cdk8s,
  get library() {
    return load('./index.js') as Library;
  },
  get kplus() {
    return load('cdk8s-plus-27') as typeof import('cdk8s-plus-27');
  },
};
const start = performance.now();
const app = appName === 'ours' ? new packages.library.App({ outdir }) : new cdk8s.App({ outdir });
PROGRAMS[name](packages, app, Number(services), Number(first ?? 0));
const declared = performance.now();
app.synth();
const synthesized = performance.now();
process.stdout.write(JSON.stringify({ declare: declared - start, synth: synthesized - declared }));
