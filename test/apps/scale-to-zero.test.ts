import * as fs from 'node:fs';
import * as path from 'node:path';
import { App } from '../../lib';
import { environments } from '../../apps/scale-to-zero/environments';
import { reports } from '../../apps/scale-to-zero/reports';
import { decideThrough, INTERCEPTOR, interceptorOf } from '../support/decision/activator';
import { DecisionSimulator } from '../support/decision/decision';
import { find, ManifestObject, synthesize } from '../support/manifests';
import { networkOf, openings } from '../support/network';

const written = (environment: string): ManifestObject[] => {
  const app = new App({ outdir: 'nowhere' });
  const { platform, acknowledged = {} } = environments[environment]!;
  const stack = reports(app, platform);
  for (const [code, reason] of Object.entries(acknowledged)) stack.acknowledge(code, reason);
  return synthesize(app);
};
const names = (manifests: readonly ManifestObject[]) =>
  manifests
    .map(({ kind, metadata: { namespace, name } }) => `${kind} ${namespace ?? ''}/${name}`)
    .filter((each) => /reporting|keda/.test(each));

test('the application says nothing of who holds its requests, nor of a mesh', () => {
  const text = fs.readFileSync(path.join(__dirname, '../../apps/scale-to-zero/reports.ts'), 'utf8');
  expect(text).not.toMatch(/keda|istio|interceptor/i);
});

test('in a mesh, it is the same Service that callers address', () => {
  const manifests = written('istio');
  expect(names(manifests)).toEqual([
    'ServiceAccount office/reporting',
    'AuthorizationPolicy keda/office.reporting',
    'AuthorizationPolicy office/reporting',
    'PodDisruptionBudget office/reporting',
    'DestinationRule office/reporting',
    'Sidecar office/reporting',
    'InterceptorRoute office/reporting',
    'NetworkPolicy office/reporting',
    'VirtualService office/reporting',
    'Service office/reporting',
    'Deployment office/reporting',
    'ScaledObject office/reporting',
  ]);
  const simulator = new DecisionSimulator([...manifests, ...INTERCEPTOR]);
  const from = simulator.workload('back-office');
  const to = simulator.workload('reporting');
  const interceptor = interceptorOf(simulator);
  const ask = (method: string, at: string) => ({ from, to, port: 8080, method, path: at });
  expect(decideThrough(simulator, ask('GET', '/reports/7'), interceptor).allowed).toBe(true);
  expect(
    [ask('DELETE', '/reports/7'), ask('GET', '/admin')].map((request) => simulator.decide(request).authorization),
  ).toEqual([false, false]);
  // Told once to the caller's proxy, which waits for the start and the report.
  expect(simulator.routeOf(ask('GET', '/reports/7'))).toMatchObject({ timeout: '145s', retries: { attempts: 0 } });
  expect(find(manifests, 'InterceptorRoute', 'reporting').spec.timeouts).toEqual({
    readiness: '25s',
    request: '145s',
    responseHeader: '120s',
  });
});

test('without a mesh, callers address a Service that leads to what holds requests, and reach that alone', () => {
  const manifests = written('plain');
  expect(names(manifests)).toEqual(
    expect.arrayContaining([
      'Service office/reporting-activator',
      'InterceptorRoute office/reporting',
      'ScaledObject office/reporting',
    ]),
  );
  const network = networkOf([...manifests, ...INTERCEPTOR]);
  const [office, reporting, interceptor] = [
    'office/back-office',
    'office/reporting',
    'keda/keda-add-ons-http-interceptor',
  ].map((pod) => network.pods.get(pod)!);
  expect([
    openings(network, office!, interceptor!, 8080),
    openings(network, interceptor!, reporting!, 8080),
    openings(network, office!, reporting!, 8080),
  ]).toEqual([
    { egress: true, ingress: true },
    { egress: true, ingress: true },
    { egress: false, ingress: false },
  ]);
  expect(
    [openings(network, office!, interceptor!, 9090), openings(network, reporting!, interceptor!, 8080)].map(
      ({ egress }) => egress,
    ),
  ).toEqual([false, false]);
});
