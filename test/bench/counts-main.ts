import { Session } from 'node:inspector';
import { createRequire } from 'node:module';
import * as fs from 'node:fs';
import { join, sep } from 'node:path';
import { Library, PROGRAMS } from './program';

// Counts the calls of each function in one run of a program: LIBRARY OUTPUT SERVICES.

const [libraryPath, outdir, services] = process.argv.slice(2) as [string, string, string];
const load = createRequire(join(libraryPath, 'index.js'));
const packages = {
  library: load('./index.js') as Library,
  cdk8s: load('cdk8s') as typeof import('cdk8s'),
  kplus: load('cdk8s-plus-27') as typeof import('cdk8s-plus-27'),
};
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
const app = new packages.library.App({ outdir });
PROGRAMS.services(packages, app, Number(services));
app.synth();
session.post('Profiler.takePreciseCoverage', (error, coverage) => {
  if (error !== null) throw new Error(error.message);
  const calls: Record<string, number> = {};
  for (const { url, functions } of coverage.result) {
    const path = url.replace('file://', '');
    const name = path.startsWith(libraryPath + sep)
      ? path.slice(libraryPath.length + 1)
      : /node_modules\/(cdk8s|constructs)\/lib\/.*$/.exec(path)?.[0].replace('node_modules/', '');
    if (name === undefined) continue;
    for (const { functionName, ranges } of functions) {
      const [{ startOffset, count }] = ranges as [(typeof ranges)[0]];
      if (count > 0) calls[`${name} ${functionName || `at ${startOffset}`}`] = count;
    }
  }
  const files = fs.readdirSync(outdir).map((name) => fs.statSync(join(outdir, name)));
  process.stdout.write(
    JSON.stringify({ calls, files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) }),
  );
});
