import type { ManifestObject } from '../manifests';
import type { DecisionSimulator, Request, Verdict } from './decision';
import { namespace } from './fixtures';
import { inAll } from './request';
import type { Workload } from './workloads';

const NAME = 'keda-add-ons-http-interceptor';
const labels = {
  'app.kubernetes.io/component': 'interceptor',
  'app.kubernetes.io/name': 'http-add-on',
  'app.kubernetes.io/part-of': 'keda-add-ons-http',
  'app.kubernetes.io/instance': 'http-add-on',
};

/**
 * The interceptor of KEDA's HTTP add-on, as its chart installs it in a namespace of the mesh. Its port is HTTP to
 * proxies, which see that by themselves.
 */
export const INTERCEPTOR: readonly ManifestObject[] = [
  namespace('keda'),
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: NAME, namespace: 'keda' },
    spec: {
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: NAME,
          containers: [{ name: NAME, ports: [{ name: 'proxy', containerPort: 8080 }] }],
        },
      },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: `${NAME}-proxy`, namespace: 'keda' },
    spec: { selector: labels, ports: [{ name: 'proxy', port: 8080, targetPort: 'proxy', appProtocol: 'http' }] },
  },
];

/** The pods of the interceptor. */
export function interceptorOf(simulator: DecisionSimulator): Workload {
  return simulator.workload(`keda/${NAME}`);
}

/**
 * A request that something holds on its way: what the layers of both ways say, from the caller and from where it waits.
 */
export function decideThrough(simulator: DecisionSimulator, request: Request, holder: Workload): Verdict {
  const arrived = simulator.splitOf(request).flatMap(({ workloads }) => workloads);
  if (arrived.length !== 1 || arrived[0] !== holder)
    throw new Error(
      `a request for ${JSON.stringify(request.to)} arrives at ` +
        `${arrived.map(({ namespace: of, name }) => `${of}/${name}`).join(', ') || 'nothing'}`,
    );
  return inAll([simulator.decide(request), simulator.decide({ ...request, from: holder })]);
}
