import { dnsLabel, dnsSubdomain, qualifiedName } from './grammar';
import { checkLabels } from './metadata';
import { nanos } from './quantity';
import { bounded, containersOf, everyPod, repeated, Rule } from './rule';
import { checkSelector } from './selector';

const MOST_FILE_MODE = 0o777;

export const POD_RULES: readonly Rule[] = [
  everyPod('it has containers, whose names differ', function* (pod) {
    if (pod.spec.containers.length === 0) yield { path: `${pod.at}/spec/containers`, message: 'must not be empty' };
    yield* repeated(containersOf(pod), `${pod.at}/spec/containers`, ({ container }) => container.name, 'container');
  }),

  everyPod('its volumes have names of their own', function* ({ at, spec: { volumes = [] } }) {
    yield* repeated(volumes, `${at}/spec/volumes`, ({ name }) => name, 'volume');
    for (const [index, { name }] of volumes.entries()) {
      const message = dnsLabel(name);
      if (message !== undefined) yield { path: `${at}/spec/volumes/${index}/name`, message };
    }
  }),

  // Of none at all the server makes an emptyDir, which nobody asked for.
  everyPod('a volume has one source', function* ({ at, spec: { volumes = [] } }) {
    for (const [index, { name: _, ...sources }] of volumes.entries()) {
      if (Object.keys(sources).length !== 1)
        yield {
          path: `${at}/spec/volumes/${index}`,
          message: `must have exactly one source, has ${Object.keys(sources).join(', ') || 'none'}`,
        };
    }
  }),

  everyPod('its volumes have a size and file modes that make sense', function* ({ at, spec: { volumes = [] } }) {
    for (const [index, { emptyDir, configMap, secret }] of volumes.entries()) {
      if ((nanos(emptyDir?.sizeLimit ?? 0) ?? 0n) < 0n)
        yield { path: `${at}/spec/volumes/${index}/emptyDir/sizeLimit`, message: 'must not be negative' };
      yield* bounded(configMap?.defaultMode ?? secret?.defaultMode, 0, MOST_FILE_MODE, `${at}/spec/volumes/${index}`);
    }
  }),

  everyPod('its periods are not negative', function* ({ at, spec }) {
    yield* bounded(spec.terminationGracePeriodSeconds, 0, Infinity, `${at}/spec/terminationGracePeriodSeconds`);
    yield* bounded(spec.activeDeadlineSeconds, 1, Infinity, `${at}/spec/activeDeadlineSeconds`);
  }),

  everyPod('it names accounts, classes and hosts in their grammars', function* ({ at, spec }) {
    const { serviceAccountName, priorityClassName, runtimeClassName, hostname, subdomain } = spec;
    const subdomains = { serviceAccountName, priorityClassName, runtimeClassName };
    for (const [field, name] of [...Object.entries(subdomains), ...Object.entries({ hostname, subdomain })]) {
      const message = name === undefined ? undefined : (field in subdomains ? dnsSubdomain : dnsLabel)(name);
      if (message !== undefined) yield { path: `${at}/spec/${field}`, message };
    }
  }),

  everyPod('its node selector holds labels', function* ({ at, spec: { nodeSelector = {} } }) {
    yield* checkLabels(nodeSelector, `${at}/spec/nodeSelector`);
  }),

  everyPod('a toleration is one that a taint can match', function* ({ at, spec: { tolerations = [] } }) {
    for (const [
      index,
      { key = '', operator = 'Equal', value = '', effect, tolerationSeconds },
    ] of tolerations.entries()) {
      const path = `${at}/spec/tolerations/${index}`;
      const message = key === '' ? undefined : qualifiedName(key);
      if (message !== undefined) yield { path: `${path}/key`, message };
      if (key === '' && operator !== 'Exists') yield { path, message: 'must have operator Exists without a key' };
      if (operator === 'Exists' && value !== '')
        yield { path: `${path}/value`, message: 'must be empty with operator Exists' };
      if (tolerationSeconds !== undefined && effect !== 'NoExecute')
        yield { path: `${path}/effect`, message: 'must be NoExecute with tolerationSeconds' };
    }
  }),

  everyPod(
    'its spread constraints differ and have positive numbers',
    function* ({ at, spec: { topologySpreadConstraints = [] } }) {
      const path = `${at}/spec/topologySpreadConstraints`;
      yield* repeated(
        topologySpreadConstraints,
        path,
        ({ topologyKey, whenUnsatisfiable }) => `${topologyKey} ${whenUnsatisfiable}`,
        'constraint',
      );
      for (const [
        index,
        { maxSkew, minDomains, topologyKey, whenUnsatisfiable, labelSelector, matchLabelKeys = [] },
      ] of topologySpreadConstraints.entries()) {
        yield* bounded(maxSkew, 1, Infinity, `${path}/${index}/maxSkew`);
        yield* bounded(minDomains, 1, Infinity, `${path}/${index}/minDomains`);
        if (minDomains !== undefined && whenUnsatisfiable !== 'DoNotSchedule')
          yield { path: `${path}/${index}/minDomains`, message: 'must not be set with ScheduleAnyway' };
        if (topologyKey === '') yield { path: `${path}/${index}/topologyKey`, message: 'must not be empty' };
        yield* checkSelector(labelSelector, `${path}/${index}/labelSelector`);
        const twice = matchLabelKeys.filter((key) => Object.hasOwn(labelSelector?.matchLabels ?? {}, key));
        if (twice.length > 0)
          yield { path: `${path}/${index}/matchLabelKeys`, message: `${twice.join(', ')} is in labelSelector too` };
      }
    },
  ),

  everyPod('without DNS of the cluster it names servers', function* ({ at, spec: { dnsPolicy, dnsConfig } }) {
    if (dnsPolicy === 'None' && (dnsConfig?.nameservers ?? []).length === 0)
      yield { path: `${at}/spec/dnsConfig/nameservers`, message: 'must not be empty with dnsPolicy None' };
  }),

  everyPod('a local seccomp profile is named', function* ({ at, spec }) {
    const contexts = [
      [`${at}/spec`, spec.securityContext] as const,
      ...containersOf({ at, spec }).map((each) => [each.at, each.container.securityContext] as const),
    ];
    for (const [path, context] of contexts) {
      const { type, localhostProfile } = context?.seccompProfile ?? {};
      if ((type === 'Localhost') !== (localhostProfile !== undefined))
        yield {
          path: `${path}/securityContext/seccompProfile`,
          message: 'must have localhostProfile with type Localhost and with no other',
        };
    }
  }),
];
