import type { DeploymentWorkload } from '../../../program';
import { selectorLabels } from '../labels';
import type { FollowedField, Json } from './followed-field';
import { identityFields, keptPorts, valuesOf } from './identity';

type Facts = Pick<DeploymentWorkload, 'name' | 'podSelector'>;

/** Fields of a Service that callers, routes, policies and monitors follow from, by the ports that it is made with. */
export function followedOfService({ name, podSelector }: Facts, ports: readonly object[]): FollowedField[] {
  const labels = Object.keys({ ...selectorLabels(name), ...podSelector });
  return [
    ...identityFields('addresses of callers, routes and destinations'),
    {
      field: 'metadata.labels',
      followers: 'the selectors of monitors',
      fix: 'leave these labels out, and add others',
      value: ({ metadata }) => valuesOf(metadata?.labels as Json, labels),
    },
    {
      field: 'spec.selector',
      followers: 'policies, monitors and destinations, which select the same pods,',
      fix: 'leave it out: state another microservice for other pods',
      value: ({ spec }) => spec?.selector as unknown,
    },
    {
      field: 'spec.ports',
      followers: 'addresses of callers, routes, network policies and monitors',
      fix: 'state the port in ports, with targetPort where the container listens on another',
      value: ({ spec }) => keptPorts(ports, (spec?.ports ?? []) as Json[], portText),
    },
    {
      field: 'spec.clusterIP',
      followers: 'destinations and checks of callers',
      fix: 'state pod.headless',
      value: ({ spec }) => spec?.clusterIP === 'None',
    },
    {
      field: 'spec.type',
      followers: 'network policies, which let no traffic from outside in,',
      fix: 'state expose(), which opens the way too',
      value: ({ spec }) => spec?.type as unknown,
    },
  ];
}

function portText({ name, port, targetPort, protocol, appProtocol }: Json): string {
  return `${name} ${port} -> ${targetPort}/${protocol ?? 'TCP'}${appProtocol === undefined ? '' : ` ${appProtocol}`}`;
}
