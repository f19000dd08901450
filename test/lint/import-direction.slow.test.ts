import { rulesBrokenBy } from './rules-broken-by';

const DIRECTION = ['house/import-direction'];

describe('an import in lib/ is refused when it', () => {
  test.each([
    ['climbs from the errors to the values', 'lib/errors/a.ts', `import { a } from '../values';`],
    ['climbs from the values to the program', 'lib/values/a.ts', `import { a } from '../program';`],
    ['climbs from the program to an emitter', 'lib/program/a.ts', `import { a } from '../emit/mesh';`],
    ['climbs from Kubernetes to a provider', 'lib/emit/kubernetes/a.ts', `import { a } from '../mesh';`],
    ['climbs from a provider to the platform', 'lib/emit/mesh/a.ts', `import { a } from '../../platform';`],
    ['climbs from the platform to the checks', 'lib/platform/a.ts', `import { a } from '../checks';`],
    ['climbs from a check to a construct', 'lib/checks/a.ts', `import { a } from '../api';`],
    ['climbs from a construct to the fleet', 'lib/api/a.ts', `import { a } from '../fleet';`],
    ['climbs from the fleet to the hand-off', 'lib/fleet/a.ts', `import { a } from '../handoff';`],
    ['climbs out of a deep folder', 'lib/checks/rules/mesh/a.ts', `import { a } from '../../../api';`],
    ['climbs for a type', 'lib/values/a.ts', `import type { A } from '../program';`],
    ['climbs to re-export', 'lib/values/a.ts', `export { a } from '../program';`],
    ['climbs to re-export everything', 'lib/values/a.ts', `export * from '../program';`],
    ['goes through the public API', 'lib/checks/a.ts', `import { a } from '..';`],
    ['goes through the public API by its name', 'lib/checks/a.ts', `import { a } from 'cdk8s-microservice';`],
    ['goes from provider to provider', 'lib/emit/mesh/istio/a.ts', `import { a } from '../../scaling';`],
    [
      'goes to the inside of another folder',
      'lib/emit/kubernetes/a.ts',
      `import { a } from '../../values/calls/port';`,
    ],
    ['goes to the inside of a folder from a construct', 'lib/api/a.ts', `import { a } from '../values/calls/port';`],
    ['goes to the inside of a folder from the index', 'lib/index.ts', `export { a } from './values/calls/port';`],
    ['goes around to its own folder', 'lib/values/a.ts', `import { a } from '../values/b';`],
    ['goes through the index of its own folder', 'lib/values/calls/a.ts', `import { a } from '..';`],
    ['leaves lib/ for apps/', 'lib/values/a.ts', `import { a } from '../../apps/quickstart';`],
    ['leaves lib/ for test/', 'lib/api/a.ts', `import { a } from '../../test/support';`],
    ['hides the way up', 'lib/program/a.ts', `import { a } from './../values';`],
    ['hides the way up in the middle', 'lib/program/a.ts', `import { a } from './b/../../values';`],
    ['names an index', 'lib/program/a.ts', `import { a } from '../values/index';`],
    ['makes the App know the values', 'lib/app/a.ts', `import { a } from '../values';`],
    ['makes the App know a construct', 'lib/app/app.ts', `import { a } from '../api';`],
    ['makes a construct know the App', 'lib/api/a.ts', `import { a } from '../app';`],
    ['comes from a folder of no layer', 'lib/elsewhere/a.ts', `import { a } from './b';`],
  ])('%s', async (_, path, code) => {
    expect(await rulesBrokenBy(path, code)).toEqual(DIRECTION);
  });
});

describe('a package is refused when it', () => {
  test.each([
    ['is cdk8s-plus-27 at run time', 'lib/emit/kubernetes/a.ts', `import { Cpu } from 'cdk8s-plus-27';`],
    ['is kubernetes-models at run time', 'lib/emit/kubernetes/a.ts', `import { Pod } from 'kubernetes-models/v1/Pod';`],
    [
      'is one of @kubernetes-models at run time',
      'lib/emit/mesh/a.ts',
      `import { VirtualService } from '@kubernetes-models/istio/a';`,
    ],
    ['is cdk8s in the values at run time', 'lib/values/a.ts', `import { ApiObject } from 'cdk8s';`],
    ['is cdk8s in the program at run time', 'lib/program/a.ts', `import { ApiObject } from 'cdk8s';`],
    ['is constructs in the program at run time', 'lib/program/a.ts', `import { Construct } from 'constructs';`],
    ['is the inside of cdk8s', 'lib/emit/kubernetes/a.ts', `import { App } from 'cdk8s/lib/app';`],
    ['is one that nobody declared', 'lib/app/a.ts', `import { stringify } from 'yaml';`],
    ['reads files', 'lib/emit/kubernetes/a.ts', `import { readFileSync } from 'node:fs';`],
    ['reads files by the old name', 'lib/api/a.ts', `import { readFileSync } from 'fs';`],
    ['starts processes', 'lib/values/a.ts', `import { spawnSync } from 'node:child_process';`],
    ['makes random numbers', 'lib/emit/kubernetes/a.ts', `import { createHash, randomBytes } from 'node:crypto';`],
  ])('%s', async (_, path, code) => {
    expect(await rulesBrokenBy(path, code)).toEqual(DIRECTION);
  });
});

test.each([
  ['lib/values/a.ts', `import { a } from '../errors';`],
  ['lib/values/a.ts', `import { a } from './b';`],
  ['lib/values/a.ts', `import { Duration, Size } from 'cdk8s';`],
  ['lib/values/a.ts', `import type { ApiObject } from 'cdk8s';`],
  ['lib/values/a.ts', `import type { Cpu } from 'cdk8s-plus-27';`],
  ['lib/values/a.ts', `import type { IConstruct } from 'constructs';`],
  ['lib/emit/kubernetes/a.ts', `import type { IPod } from 'kubernetes-models/v1/Pod';`],
  ['lib/emit/kubernetes/a.ts', `import { ApiObject, Lazy } from 'cdk8s';`],
  ['lib/emit/kubernetes/a.ts', `import { createHash } from 'node:crypto';`],
  ['lib/emit/mesh/istio/a.ts', `import { a } from '../../kubernetes';`],
  ['lib/emit/mesh/istio/a.ts', `import { a } from '../mesh';`],
  ['lib/checks/index.ts', `import { a } from './rules/mesh/rule';`],
  ['lib/checks/rules/mesh/a.ts', `import { a } from '../../../emit/mesh';`],
  ['lib/api/workload/a.ts', `import { a } from '../application-stack';`],
  ['lib/api/a.ts', `import { a } from '../platform';`],
  ['lib/index.ts', `export { a } from './fleet';`],
  ['lib/index.ts', `export { a } from './app';`],
  ['lib/app/app.ts', `import { a } from './engine';`],
  ['lib/app/a.ts', `import { writeFileSync } from 'node:fs';`],
  ['lib/app/a.ts', `import { a } from '../errors';`],
  ['lib/fleet/a.ts', `import { a } from '../api';`],
  ['lib/handoff/argo-cd/a.ts', `import { a } from '../../fleet';`],
  ['apps/shop/a.ts', `import { a } from '../../lib';`],
  ['test/values/a.ts', `import { a } from '../../lib/values/calls/port';`],
])('%s may: %s', async (path, code) => {
  expect(await rulesBrokenBy(path, code)).toEqual([]);
});

test.each([
  `import { a } from '../lib/values';`,
  `import { a } from '../test/support/judge';`,
  `import { a } from '../build';`,
])('an application may not: %s', async (code) => {
  expect(await rulesBrokenBy('apps/a.ts', code)).toEqual(DIRECTION);
});
