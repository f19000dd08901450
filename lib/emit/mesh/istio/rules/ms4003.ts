import { unique, type Workload } from '../../../../program';
import { Rule, Severity } from '../../../../errors';
import { ContainerRole } from '../../../../values';
import { SidecarMode } from '../istio-facts';
import { has } from '../../../kubernetes';
import type { MicroserviceInIstio } from './facts';
import type { JobInIstio } from './ms1088';

/** No init container calls before a classic sidecar runs. */
export const MS4003: Rule<MicroserviceInIstio> = {
  code: 'MS4003',
  title: 'an init container calls before the proxy runs',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Classic sidecars start after all init containers, and the network is closed to pods without a proxy. ' +
    'Have the mesh use native sidecars; or state `calls: false` for an init container without calls.',
  reads: 'microservice, sidecars of the mesh',

  evaluate: ({ microservice, istio: { sidecars } }) =>
    sidecars === SidecarMode.CLASSIC
      ? early(microservice, 'have the mesh use SidecarMode.NATIVE, or state calls: false')
      : [],
};

/** The same of the pods of a job, whose proxies are native wherever the cluster has native sidecars. */
export const MS4003_OF_JOB: Rule<JobInIstio> = {
  ...MS4003,

  evaluate: ({ job, istio: { sidecars } }) =>
    sidecars === SidecarMode.CLASSIC && !has(job.cluster.kubernetesVersion, 'nativeSidecar')
      ? early(job, 'run it on Kubernetes 1.29 or newer, where the proxy of a job is native, or state calls: false')
      : [],
};

function early({ name, containers, outbound }: Pick<Workload, 'name' | 'containers' | 'outbound'>, fix: string) {
  const callees = unique(outbound.map(({ callee }) => callee.name));
  const calling = containers.filter(({ role, calls }) => role === ContainerRole.INIT && (calls ?? outbound.length > 0));
  const names = calling.map((container) => container.name);
  const reasons = unique(
    calling.map(({ calls }) => (calls === true ? 'calls was true' : `${name} calls ${callees.join(', ')}`)),
  );
  return calling.length === 0
    ? []
    : [
        {
          message: `the init container ${names.join(', ')} calls before the proxy runs`,
          given: `sidecars were classic; ${reasons.join('; ')}`,
          allowed: 'native sidecars, or init containers without calls',
          fix,
        },
      ];
}
