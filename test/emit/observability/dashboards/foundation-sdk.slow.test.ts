import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';

const ROOT = path.resolve(__dirname, '../../../..');
const load = createRequire(__filename);
const SDK = '@grafana/grafana-foundation-sdk';

/** What the package.json of a folder states. */
function packageIn(folder: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8'));
}

/** What a program says about the SDK after it has synthesized, in a process of its own. */
function loadedBy(platform: string): string {
  const program = `
    const { App, ApplicationStack, ClusterFacts, GrafanaConfigMaps } = require('./lib');
    const { Microservice, NetworkPeer, Platform, PrometheusOperator } = require('./lib');
    const scraper = NetworkPeer.pods({ namespace: 'monitoring', labels: { app: 'prometheus' } });
    const cluster = new ClusterFacts({ scrapers: [scraper] });
    const app = new (require('cdk8s').App)();
    const stack = new ApplicationStack(app, 'shop', { platform: new Platform(${platform}) });
    new Microservice(stack, 'cart', { image: 'acme/cart:1' });
    app.synthYaml();
    console.log(Object.keys(require.cache).filter((file) => file.includes('${SDK}')).length);
  `;
  return execFileSync(process.execPath, ['-r', 'ts-node/register/transpile-only', '-e', program], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, TS_NODE_TRANSPILE_ONLY: 'true' },
  }).trim();
}

test('programs without dashboards never load the SDK', () => {
  const monitoring = `monitoring: new PrometheusOperator({ selector: { release: 'prometheus' } })`;
  const dashboards = 'dashboards: new GrafanaConfigMaps()';
  expect(loadedBy(`{ cluster, observability: { ${monitoring} } }`)).toBe('0');
  expect(Number(loadedBy(`{ cluster, observability: { ${monitoring}, ${dashboards} } }`))).toBeGreaterThan(0);
}, 60_000);

test('where the SDK is not installed, a finding says what to install, and nothing throws', () => {
  jest.isolateModules(() => {
    jest.doMock(`${SDK}/dashboard`, () => {
      throw Object.assign(new Error('Cannot find module'), { code: 'MODULE_NOT_FOUND' });
    });
    const { fullShop } = load('./program') as typeof import('./program');
    const { findingsOf } = load('../../../checks/cases') as typeof import('../../../checks/cases');
    const { stack, app } = fullShop();
    const found = findingsOf(app).filter(({ code }) => code === 'MS5201');
    expect(found).toEqual([
      expect.objectContaining({
        path: 'shop',
        given: expect.stringContaining('GrafanaConfigMaps'),
        fix: expect.stringContaining(`${SDK}@`),
      }),
    ]);
    expect(() => stack.toJson()).toThrow('MS5201');
    expect(
      stack.node
        .findAll()
        .filter((node) => (node as { kind?: string }).kind === 'ConfigMap')
        .map((node) => (node as unknown as { toJson(): object }).toJson()),
    ).toHaveLength(4);
    jest.dontMock(`${SDK}/dashboard`);
  });
});

test('the version to install is the one that the package names as its peer', () => {
  const { peerDependencies, peerDependenciesMeta } = packageIn('.') as {
    peerDependencies: Record<string, string>;
    peerDependenciesMeta: Record<string, object>;
  };
  const { version } = packageIn(`node_modules/${SDK}`) as { version: string };
  expect(peerDependencies[SDK]).toBe(`^${version.replace(/^v/, '')}`);
  expect(peerDependenciesMeta[SDK]).toEqual({ optional: true });
});
