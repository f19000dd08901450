import { rulesBrokenBy } from './rules-broken-by';

const DIRECTION = ['@typescript-eslint/no-restricted-imports'];

describe('an import in lib/ is refused when it', () => {
  test.each([
    ['climbs from the errors to the model', 'lib/errors/a.ts', `import { a } from '../model';`],
    ['climbs from the model to Kubernetes', 'lib/model/a.ts', `import { a } from '../kubernetes';`],
    ['climbs from Kubernetes to a provider', 'lib/kubernetes/a.ts', `import { a } from '../mesh';`],
    ['climbs from a provider to the platform', 'lib/mesh/a.ts', `import { a } from '../platform';`],
    ['climbs from the platform to the checks', 'lib/platform/a.ts', `import { a } from '../checks';`],
    ['climbs from a check to a construct', 'lib/checks/a.ts', `import { a } from '../microservice';`],
    ['climbs from a construct to the fleet', 'lib/microservice.ts', `import { a } from './fleet';`],
    ['climbs from the fleet to the hand-off', 'lib/fleet/a.ts', `import { a } from '../handoff';`],
    ['climbs out of a deep folder', 'lib/checks/rules/mesh/a.ts', `import { a } from '../../../microservice';`],
    ['climbs for a type', 'lib/model/a.ts', `import type { A } from '../kubernetes';`],
    ['climbs to re-export', 'lib/model/a.ts', `export { a } from '../kubernetes';`],
    ['climbs to re-export everything', 'lib/model/a.ts', `export * from '../kubernetes';`],
    ['goes through the public API', 'lib/checks/a.ts', `import { a } from '..';`],
    ['goes through the public API by its name', 'lib/checks/a.ts', `import { a } from 'cdk8s-microservice';`],
    ['goes from provider to provider', 'lib/mesh/istio/a.ts', `import { a } from '../../scaling';`],
    ['goes to the inside of another folder', 'lib/kubernetes/a.ts', `import { a } from '../model/port';`],
    ['goes to the inside of a folder from a construct', 'lib/microservice.ts', `import { a } from './model/port';`],
    ['goes to the inside of a folder from the index', 'lib/index.ts', `export { a } from './model/port';`],
    ['goes around to its own folder', 'lib/model/a.ts', `import { a } from '../model/b';`],
    ['leaves lib/ for apps/', 'lib/model/a.ts', `import { a } from '../../apps/quickstart';`],
    ['leaves lib/ for test/', 'lib/microservice.ts', `import { a } from '../test/support';`],
    ['hides the way up', 'lib/model/a.ts', `import { a } from './../kubernetes';`],
    ['hides the way up in the middle', 'lib/model/a.ts', `import { a } from './b/../../kubernetes';`],
    ['names an index', 'lib/kubernetes/a.ts', `import { a } from '../model/index';`],
    ['makes the App know the model', 'lib/app/a.ts', `import { a } from '../model';`],
    ['makes the App know a construct', 'lib/app.ts', `import { a } from './microservice';`],
    ['makes a construct know the App', 'lib/microservice.ts', `import { a } from './app';`],
    ['comes from too deep a folder', 'lib/a/b/c/d/e/f/a.ts', `import { a } from './b';`],
  ])('%s', async (_, path, code) => {
    expect(await rulesBrokenBy(path, code)).toEqual(DIRECTION);
  });
});

describe('a package is refused when it', () => {
  test.each([
    ['is cdk8s-plus-27 at run time', 'lib/kubernetes/a.ts', `import { Cpu } from 'cdk8s-plus-27';`],
    ['is kubernetes-models at run time', 'lib/kubernetes/a.ts', `import { Pod } from 'kubernetes-models/v1/Pod';`],
    [
      'is one of @kubernetes-models at run time',
      'lib/mesh/a.ts',
      `import { VirtualService } from '@kubernetes-models/istio/a';`,
    ],
    ['is cdk8s in the model at run time', 'lib/model/a.ts', `import { ApiObject } from 'cdk8s';`],
    ['is constructs in the model at run time', 'lib/model/a.ts', `import { Construct } from 'constructs';`],
    ['is the inside of cdk8s', 'lib/kubernetes/a.ts', `import { App } from 'cdk8s/lib/app';`],
    ['is one that nobody declared', 'lib/app/a.ts', `import { stringify } from 'yaml';`],
    ['reads files', 'lib/kubernetes/a.ts', `import { readFileSync } from 'node:fs';`],
    ['reads files by the old name', 'lib/microservice.ts', `import { readFileSync } from 'fs';`],
    ['starts processes', 'lib/model/a.ts', `import { spawnSync } from 'node:child_process';`],
  ])('%s', async (_, path, code) => {
    expect(await rulesBrokenBy(path, code)).toEqual(DIRECTION);
  });
});

test.each([
  ['lib/model/a.ts', `import { a } from '../errors';`],
  ['lib/model/a.ts', `import { a } from './b';`],
  ['lib/model/a.ts', `import { Duration, Size } from 'cdk8s';`],
  ['lib/model/a.ts', `import type { ApiObject } from 'cdk8s';`],
  ['lib/model/a.ts', `import type { Cpu } from 'cdk8s-plus-27';`],
  ['lib/model/a.ts', `import type { IConstruct } from 'constructs';`],
  ['lib/kubernetes/a.ts', `import type { IPod } from 'kubernetes-models/v1/Pod';`],
  ['lib/kubernetes/a.ts', `import { ApiObject, Lazy } from 'cdk8s';`],
  ['lib/mesh/istio/a.ts', `import { a } from '../../kubernetes';`],
  ['lib/mesh/istio/a.ts', `import { a } from '../mesh';`],
  ['lib/checks/index.ts', `import { a } from './rules/mesh/rule';`],
  ['lib/checks/rules/mesh/a.ts', `import { a } from '../../../mesh';`],
  ['lib/microservice.ts', `import { a } from './application-stack';`],
  ['lib/microservice.ts', `import { a } from './platform';`],
  ['lib/index.ts', `export { a } from './fleet';`],
  ['lib/index.ts', `export { a } from './app';`],
  ['lib/app.ts', `import { a } from './app/engine';`],
  ['lib/app/a.ts', `import { writeFileSync } from 'node:fs';`],
  ['lib/app/a.ts', `import { a } from '../errors';`],
  ['lib/fleet/a.ts', `import { a } from '../application-stack';`],
  ['lib/handoff/argo-cd/a.ts', `import { a } from '../../fleet';`],
  ['apps/shop/a.ts', `import { a } from '../../lib';`],
  ['test/model/a.ts', `import { a } from '../../lib/model/port';`],
])('%s may: %s', async (path, code) => {
  expect(await rulesBrokenBy(path, code)).toEqual([]);
});

test.each([
  `import { a } from '../lib/model';`,
  `import { a } from '../test/support/judge';`,
  `import { a } from '../build';`,
])('an application may not: %s', async (code) => {
  expect(await rulesBrokenBy('apps/a.ts', code)).toEqual(DIRECTION);
});
