import { cidr, dnsLabel, dnsSubdomain, portReference, portNumber, qualifiedName } from './grammar';
import { checkLabels } from './metadata';
import { every, repeated, Rule } from './rule';

const OPEN_OUTSIDE = new Set(['NodePort', 'LoadBalancer']);

export const SERVICE_RULES: readonly Rule[] = [
  every('Service', 'it has ports unless it is headless or external', function* ({ spec = {} }) {
    const { ports = [], type, clusterIP } = spec;
    if (ports.length === 0 && type !== 'ExternalName' && clusterIP !== 'None')
      yield { path: '/spec/ports', message: 'must not be empty' };
  }),

  every('Service', 'ports are in range, with valid names and protocols', function* ({ spec: { ports = [] } = {} }) {
    for (const [index, { name, port, targetPort, appProtocol }] of ports.entries()) {
      const messages = {
        port: portNumber(port),
        targetPort: targetPort === undefined ? undefined : portReference(targetPort),
        name: name === undefined ? undefined : dnsLabel(name),
        appProtocol: appProtocol === undefined ? undefined : qualifiedName(appProtocol),
      };
      for (const [field, message] of Object.entries(messages))
        if (message !== undefined) yield { path: `/spec/ports/${index}/${field}`, message };
    }
  }),

  every('Service', 'ports differ in name, and in number and protocol', function* ({ spec: { ports = [] } = {} }) {
    if (ports.length > 1)
      for (const [index, { name = '' }] of ports.entries())
        if (name === '')
          yield { path: `/spec/ports/${index}/name`, message: 'must be set where there are several ports' };
    yield* repeated(ports, '/spec/ports', ({ name }) => name, 'name');
    yield* repeated(ports, '/spec/ports', ({ port, protocol = 'TCP' }) => `${port}/${protocol}`, 'port');
  }),

  every('Service', 'only one that is open outside has settings for that', function* ({ spec = {} }) {
    const {
      type = 'ClusterIP',
      clusterIP,
      ports = [],
      externalTrafficPolicy,
      loadBalancerSourceRanges,
      loadBalancerClass,
      allocateLoadBalancerNodePorts,
    } = spec;
    if (OPEN_OUTSIDE.has(type)) {
      if (clusterIP === 'None') yield { path: '/spec/clusterIP', message: `must not be None with type ${type}` };
    } else {
      if (externalTrafficPolicy !== undefined)
        yield { path: '/spec/externalTrafficPolicy', message: `must not be set with type ${type}` };
      for (const [index, { nodePort }] of ports.entries())
        if (nodePort !== undefined)
          yield { path: `/spec/ports/${index}/nodePort`, message: `must not be set with type ${type}` };
    }
    const forLoadBalancers = { loadBalancerSourceRanges, loadBalancerClass, allocateLoadBalancerNodePorts };
    for (const [field, value] of Object.entries(forLoadBalancers))
      if (value !== undefined && type !== 'LoadBalancer')
        yield { path: `/spec/${field}`, message: `must not be set with type ${type}` };
    for (const [index, range] of (loadBalancerSourceRanges ?? []).entries())
      if (cidr(range) !== undefined)
        yield { path: `/spec/loadBalancerSourceRanges/${index}`, message: 'must be a CIDR' };
  }),

  every('Service', 'an external one names a host and has no address', function* ({ spec = {} }) {
    const { type, externalName, clusterIP } = spec;
    if (type !== 'ExternalName') return;
    const message = dnsSubdomain(externalName ?? '');
    if (message !== undefined) yield { path: '/spec/externalName', message };
    if (clusterIP !== undefined && clusterIP !== '')
      yield { path: '/spec/clusterIP', message: 'must not be set with type ExternalName' };
  }),

  every('Service', 'its selector holds labels', function* ({ spec: { selector = {} } = {} }) {
    yield* checkLabels(selector, '/spec/selector');
  }),
];
