import { cidr, portReference, wildcardHost } from './grammar';
import { bounded, every, exactlyOne, Rule } from './rule';
import { checkSelector } from './selector';

export const NETWORK_RULES: readonly Rule[] = [
  every('NetworkPolicy', 'it selects pods by labels', function* ({ spec }) {
    yield* checkSelector(spec?.podSelector, '/spec/podSelector');
  }),

  every(
    'NetworkPolicy',
    'ports are in range, and a range begins with a number and ends above it',
    function* ({ spec }) {
      for (const [direction, rules] of Object.entries({ ingress: spec?.ingress ?? [], egress: spec?.egress ?? [] })) {
        for (const [rule, { ports = [] }] of rules.entries()) {
          for (const [index, { port, endPort }] of ports.entries()) {
            const path = `/spec/${direction}/${rule}/ports/${index}`;
            const message = port === undefined ? undefined : portReference(port);
            if (message !== undefined) yield { path: `${path}/port`, message };
            if (endPort === undefined) continue;
            if (typeof port === 'number') yield* bounded(endPort, port, 65535, `${path}/endPort`);
            else yield { path: `${path}/endPort`, message: 'must not be set without a number as port' };
          }
        }
      }
    },
  ),

  every('NetworkPolicy', 'a peer is a block of addresses, or selectors', function* ({ spec }) {
    const peers = [
      ...(spec?.ingress ?? []).flatMap(({ from = [] }, rule) =>
        from.map((peer, index) => [`/spec/ingress/${rule}/from/${index}`, peer] as const),
      ),
      ...(spec?.egress ?? []).flatMap(({ to = [] }, rule) =>
        to.map((peer, index) => [`/spec/egress/${rule}/to/${index}`, peer] as const),
      ),
    ];
    for (const [path, { ipBlock, podSelector, namespaceSelector }] of peers) {
      yield* exactlyOne({ ipBlock, selector: podSelector ?? namespaceSelector }, ['ipBlock', 'selector'], path);
      yield* checkSelector(podSelector, `${path}/podSelector`);
      yield* checkSelector(namespaceSelector, `${path}/namespaceSelector`);
      for (const block of [ipBlock?.cidr, ...(ipBlock?.except ?? [])])
        if (block !== undefined && cidr(block) !== undefined)
          yield { path: `${path}/ipBlock`, message: `${block} must be a CIDR` };
    }
  }),

  every('Ingress', 'it routes somewhere', function* ({ spec = {} }) {
    if ((spec.rules ?? []).length === 0 && spec.defaultBackend === undefined)
      yield { path: '/spec', message: 'must have rules or a default backend' };
  }),

  every(
    'Ingress',
    'hosts are host names, paths are absolute, backends name one port',
    function* ({ spec: { rules = [] } = {} }) {
      for (const [index, { host, http }] of rules.entries()) {
        const message = host === undefined ? undefined : wildcardHost(host);
        if (message !== undefined) yield { path: `/spec/rules/${index}/host`, message };
        for (const [number, { path = '', pathType, backend }] of (http?.paths ?? []).entries()) {
          const at = `/spec/rules/${index}/http/paths/${number}`;
          if (pathType !== 'ImplementationSpecific' && !path.startsWith('/'))
            yield { path: `${at}/path`, message: 'must be absolute' };
          if (backend.service !== undefined)
            yield* exactlyOne(backend.service.port ?? {}, ['name', 'number'], `${at}/backend/service/port`);
        }
      }
    },
  ),
];
