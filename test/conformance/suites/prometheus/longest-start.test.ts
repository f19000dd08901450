import * as os from 'node:os';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { longestStart } from './longest-start';
import { PLANTED } from './planted-rules';
import { writeRuleFiles } from './rule-files';

const deployment = (pod: object, spec: object = {}): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'checkout', namespace: 'shop' },
  spec: { ...spec, template: { spec: pod } },
});
const startupProbe = { periodSeconds: 10, failureThreshold: 90 };

test('a start lasts for the failures of the startup probe, then until it is ready', () => {
  expect(longestStart(deployment({ containers: [{}] }))).toBe(0);
  expect(longestStart(deployment({ containers: [{ startupProbe }] }))).toBe(900);
  const hanging = { ...startupProbe, timeoutSeconds: 30, initialDelaySeconds: 5 };
  expect(longestStart(deployment({ containers: [{ startupProbe: hanging }] }))).toBe(2705);
  const readinessProbe = { initialDelaySeconds: 1000, periodSeconds: 7, successThreshold: 2 };
  expect(longestStart(deployment({ containers: [{ startupProbe, readinessProbe }] }))).toBe(1014);
  const all = { containers: [{ startupProbe }, { readinessProbe }], initContainers: [{ startupProbe }] };
  expect(longestStart(deployment(all, { minReadySeconds: 5 }))).toBe(900 + 1014 + 5);
  expect(longestStart(deployment({ containers: [{}] }, { strategy: { type: 'Recreate' } }))).toBe(30);
});

test('rules know the start of the workload that they are about', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'longest-start-'));
  const located = [PLANTED, deployment({ containers: [{ startupProbe }] })].map((manifest) => ({
    manifest,
    file: 'shop.yaml',
    line: 1,
  }));
  const startsOf = (objects: typeof located) =>
    writeRuleFiles({ name: 'shop', objects }, folder).map(({ startSeconds }) => startSeconds);
  expect(startsOf(located)).toEqual([900, 900]);
  expect(startsOf(located.slice(0, 1))).toEqual([undefined, undefined]);
  fs.rmSync(folder, { recursive: true });
});
