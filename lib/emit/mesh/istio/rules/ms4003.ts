import { unique } from '../../../../program';
import { Rule, Severity } from '../../../../errors';
import { ContainerRole } from '../../../../values';
import { SidecarMode } from '../istio-facts';
import type { MicroserviceInIstio } from './facts';

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

  evaluate: ({ microservice: { name, containers, outbound }, istio: { sidecars } }) => {
    if (sidecars !== SidecarMode.CLASSIC) return [];
    const callees = unique(outbound.map(({ callee }) => callee.name));
    const early = containers.filter(({ role, calls }) => role === ContainerRole.INIT && (calls ?? outbound.length > 0));
    const names = early.map((container) => container.name);
    const reasons = unique(
      early.map(({ calls }) => (calls === true ? 'calls was true' : `${name} calls ${callees.join(', ')}`)),
    );
    return early.length === 0
      ? []
      : [
          {
            message: `the init container ${names.join(', ')} calls before the proxy runs`,
            given: `sidecars were classic; ${reasons.join('; ')}`,
            allowed: 'native sidecars, or init containers without calls',
            fix: 'have the mesh use SidecarMode.NATIVE, or state calls: false',
          },
        ];
  },
};
