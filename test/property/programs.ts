import { SeccompProfile } from '../../lib';
import * as fc from 'fast-check';
import { fitToMesh } from './fit-to-mesh';
import { grpcServices, isOneAddress, paths, range, ranges, wholePath } from './policy-texts';
import type {
  AcceptSpec,
  BoundsSpec,
  CallSpec,
  ContainerSpec,
  ExposureSpec,
  ExternalSpec,
  MeshSpec,
  PortSpec,
  ProbeSpec,
  ProgramSpec,
  ReferenceSpec,
  ScalingSpec,
  SecuritySpec,
  ServiceSpec,
  SettingsSpec,
  StackSpec,
  VolumeSpec,
} from './program-spec';

/** Programs in which nothing is wrong, from a lone worker to several stacks that call each other across namespaces. */
export function programs(): fc.Arbitrary<ProgramSpec> {
  return frames.chain((frame) =>
    endpoints(frame).chain((program) =>
      fc
        .record({
          calls: fc.array(callOf(program), { maxLength: 12 }),
          accepted: fc.array(acceptOf(program), { maxLength: 3 }),
          exposures: fc.array(exposureOf(program), { maxLength: 3 }),
        })
        .map(({ calls, accepted, exposures }) =>
          fitToMesh({
            ...program,
            calls: namedApart(
              distinct(calls.filter(isCall), ({ caller, callee, port, methods = [], paths = [] }) => [
                caller,
                callee,
                port,
                [...methods].sort(),
                [...paths].sort(),
              ]),
            ),
            accepted: distinct(accepted.filter(isAccept), ({ callee, reference, port }) => [callee, reference, port]),
            exposures: alike(
              frame,
              ownHosts(distinct(exposures.filter(isExposure), ({ service: at, port }) => [at, port])),
            ),
          }),
        ),
    ),
  );
}

type Frame = Pick<
  ProgramSpec,
  | 'version'
  | 'dns'
  | 'resolvers'
  | 'apiServer'
  | 'ingress'
  | 'scraped'
  | 'scrapers'
  | 'mesh'
  | 'mirrors'
  | 'images'
  | 'platformDefaults'
  | 'required'
  | 'stacks'
>;
type Endpoints = Omit<ProgramSpec, 'calls' | 'accepted' | 'exposures'>;

/** A record some of whose fields may be missing. */
const optional = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('', 'a: b', '- a', 'true', '0x1f', '1e3', 'null', 'two\nlines\n', ' space ', '$$(E_0)'),
  )
  .filter((value) => !value.includes('$('));
const labelValue = fc.stringMatching(/^[A-Za-z0-9](?:[-._A-Za-z0-9]{0,20}[A-Za-z0-9])?$/);
const labels = fc.dictionary(fc.constantFrom('team', 'example.com/tier', 'a.b_c', 'valueOf', 'yes'), labelValue, {
  noNullPrototype: true,
});
const annotations = fc.dictionary(fc.constantFrom('note', 'example.com/owner', 'a.b/c', 'toString'), text, {
  noNullPrototype: true,
});

const scaling: fc.Arbitrary<ScalingSpec> = fc.oneof(
  fc.nat({ max: 9 }).map((replicas) => ({ kind: 'fixed' as const, replicas })),
  fc
    .record({
      kind: fc.constantFrom('cpu' as const, 'memory' as const, 'both' as const),
      min: fc.integer({ min: 1, max: 9 }),
      more: fc.nat({ max: 50 }),
      utilization: fc.integer({ min: 1, max: 200 }),
    })
    .map(({ kind, min, more, utilization }) => ({ kind, min, max: min + more, utilization })),
);

const seconds = (min: number) => fc.integer({ min, max: 3600 });
const settings: fc.Arbitrary<SettingsSpec> = optional({
  labels,
  annotations,
  podAnnotations: annotations,
  scaling,
  imagePullSecrets: fc.uniqueArray(fc.constantFrom('registry', 'registry.example'), { maxLength: 2 }),
  disruptionBudget: fc.boolean(),
  longestRequest: seconds(1),
  concurrency: fc.integer({ min: 1, max: 10_000 }),
  startupTime: seconds(1),
  minReady: seconds(0),
  endpointPropagation: seconds(0),
  spread: fc.uniqueArray(
    fc.record({
      over: fc.constantFrom('zones' as const, 'nodes' as const, 'example.com/rack' as const),
      maxSkew: fc.integer({ min: 1, max: 5 }),
      required: fc.boolean(),
    }),
    { selector: ({ over }) => over, maxLength: 3 },
  ),
  nodeSelector: fc.dictionary(fc.constantFrom('disk', 'kubernetes.io/os'), labelValue, { noNullPrototype: true }),
  tolerations: fc.array(
    fc.record(
      {
        key: fc.constantFrom('dedicated', 'example.com/gpu'),
        value: labelValue,
        effect: fc.constantFrom('NoSchedule' as const, 'NoExecute' as const),
      },
      { requiredKeys: ['key'] },
    ),
    { maxLength: 2 },
  ),
  priorityClassName: fc.constantFrom('high', 'system-cluster-critical'),
});

const bounds = (max: number): fc.Arbitrary<BoundsSpec> =>
  fc
    .tuple(fc.integer({ min: 1, max }), fc.integer({ min: 1, max }), fc.constantFrom('request', 'limit', 'both'))
    .map(([a, b, which]) => ({
      ...(which !== 'limit' && { request: Math.min(a, b) }),
      ...(which !== 'request' && { limit: Math.max(a, b) }),
    }));

const NAMESPACES = ['shop', 'depot', 'x1'];

const stacks = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('storefront', 'backend', 'ops', 'shop'), { minLength: 1, maxLength: 3 }),
    fc.array(fc.nat({ max: NAMESPACES.length - 1 }), { minLength: 3, maxLength: 3 }),
    fc.array(
      fc.record({
        existing: fc.boolean(),
        podSecurity: fc.constantFrom(
          'restricted' as const,
          'restricted' as const,
          'baseline' as const,
          'privileged' as const,
        ),
      }),
      { minLength: 3, maxLength: 3 },
    ),
    fc.array(settings, { minLength: 3, maxLength: 3 }),
  )
  .map(([ids, namespaces, facts, defaults]): StackSpec[] =>
    ids.map((id, at) => {
      const namespace = namespaces[at]!;
      // What holds for a namespace is stated alike in all of its stacks.
      return { id, namespace: NAMESPACES[namespace]!, ...facts[namespace]!, defaults: defaults[at]! };
    }),
  );

const mesh: fc.Arbitrary<MeshSpec> = fc.record(
  {
    version: fc.constantFrom('1.27', '1.30'),
    revision: fc.constantFrom('canary', '1-30-2'),
    trustDomain: fc.constant('prod.example'),
    sidecars: fc.constantFrom('native' as const, 'native' as const, 'classic' as const),
    cni: fc.boolean(),
    gateway: fc.boolean(),
  },
  { requiredKeys: ['sidecars', 'cni', 'gateway'] },
);

/** An exception is smaller than its range. */
const scraper = fc
  .tuple(range, fc.boolean())
  .map(([drawn, excepts]) => ({ range: drawn, exceptFirst: excepts && !isOneAddress(drawn) }));

const frames: fc.Arbitrary<Frame> = fc
  .record({
    version: fc.integer({ min: 27, max: 36 }).map((minor) => `1.${minor}`),
    dns: fc.constantFrom('coreDns' as const, 'nodeLocal' as const, 'openShift' as const, 'custom' as const),
    resolvers: ranges(1, 2),
    apiServer: ranges(0, 2),
    ingress: fc.oneof(fc.constant([]), ranges(1, 2)),
    scraped: fc.boolean(),
    scrapers: fc.array(scraper, { maxLength: 2 }),
    mesh: fc.option(mesh, { nil: undefined }),
    mirrors: fc.constantFrom<Readonly<Record<string, string>>[]>(
      {},
      { 'docker.io': 'mirror.example/hub', 'docker.io/library': 'mirror.example/library' },
    ),
    images: fc.constantFrom<Readonly<Record<string, string>>[]>({}, { app: 'registry.example/app:2.0.0' }),
    platformDefaults: settings,
    required: optional({
      labels: fc.constant({ 'example.com/cost-center': '42' }),
      networkPolicy: fc.constant(true as const),
    }),
    stacks,
  })
  .map(({ mesh: drawn, ...frame }) => ({ ...frame, ...(drawn !== undefined && { mesh: fitting(drawn, frame) }) }));

/**
 * Native sidecars run where Kubernetes knows them; without the CNI plugin, pods need a namespace that lets them do
 * anything.
 */
function fitting(drawn: MeshSpec, { version, stacks: all }: Pick<Frame, 'version' | 'stacks'>): MeshSpec {
  return {
    ...drawn,
    sidecars: Number(version.slice(2)) < 29 ? 'classic' : drawn.sidecars,
    cni: drawn.cni || !all.every(({ existing, podSecurity }) => existing || podSecurity === 'privileged'),
  };
}

/** Istio's proxies listen on ports of their own; 15012 is istiod's. */
const portNumber = fc
  .oneof(fc.integer({ min: 1, max: 65535 }), fc.constantFrom(80, 443, 8080, 6443, 53))
  .filter((number) => number < 15000 || number >= 15100);
const portNumbers = fc.uniqueArray(portNumber, { maxLength: 3 });

/** Ports that can be told apart: the first of a protocol may go without a name. */
function ports(minLength: number): fc.Arbitrary<PortSpec[]> {
  const options = fc.record({
    protocol: fc.constantFrom(
      'http' as const,
      'http2' as const,
      'grpc' as const,
      'tcp' as const,
      'tls' as const,
      'udp' as const,
    ),
    target: fc.option(portNumber, { nil: undefined }),
    metrics: fc.boolean(),
    metricsPath: fc.option(wholePath, { nil: undefined }),
  });
  return fc
    .tuple(
      portNumbers.filter(({ length }) => length >= minLength),
      fc.array(options, { minLength: 3, maxLength: 3 }),
    )
    .map(([numbers, stated]) =>
      numbers.map((port, at) => {
        const { protocol, target, metrics, metricsPath } = stated[at]!;
        const isFirst = stated.findIndex((each) => each.protocol === protocol) === at;
        return {
          protocol,
          port,
          metrics,
          ...(metrics && metricsPath !== undefined && { metricsPath }),
          ...(target !== undefined && { targetPort: target }),
          ...(!isFirst && { name: `n${at}` }),
        };
      }),
    );
}

const probe: fc.Arbitrary<ProbeSpec> = fc.record(
  {
    kind: fc.constantFrom('http' as const, 'tcp' as const, 'grpc' as const, 'command' as const),
    port: fc.integer({ min: 1, max: 65535 }),
    period: fc.integer({ min: 1, max: 60 }),
    timeout: fc.integer({ min: 1, max: 60 }),
    failureThreshold: fc.integer({ min: 1, max: 60 }),
  },
  { requiredKeys: ['kind', 'port'] },
);

/** A startup probe that ends a start when it is to end, whether it hangs or is refused. */
function startupOf(
  { timeout, failureThreshold, ...rest }: ProbeSpec,
  { startupTime }: Pick<SettingsSpec, 'startupTime'>,
): ProbeSpec {
  const longest = rest.period ?? timeout;
  return {
    ...rest,
    ...(timeout !== undefined && { timeout: Math.min(timeout, longest!) }),
    // A stated time of a start decides them.
    ...(failureThreshold !== undefined && startupTime === undefined && { failureThreshold }),
  };
}

/** A probe that some server of its port can answer: ports of TLS and UDP answer fewer kinds. */
function answered(probe: ProbeSpec, ports: readonly PortSpec[]): ProbeSpec {
  const asked = ports.filter(({ port, targetPort = port }) => targetPort === probe.port);
  return asked.length === 0 || asked.some(({ protocol }) => protocol !== 'tls' && protocol !== 'udp')
    ? probe
    : { ...probe, kind: 'command' };
}

const volume: fc.Arbitrary<VolumeSpec> = fc.record(
  {
    kind: fc.constantFrom('disk' as const, 'memory' as const, 'configMap' as const, 'secret' as const),
    mebibytes: fc.integer({ min: 1, max: 5000 }),
    items: fc.constantFrom<Readonly<Record<string, string>>[]>({ a: 'a.conf' }, { 'k.y': 'sub/file', b: '.b' }),
    defaultMode: fc.integer({ min: 0, max: 0o777 }),
  },
  { requiredKeys: ['kind'] },
);

const SECURITY: Readonly<Record<StackSpec['podSecurity'], fc.Arbitrary<SecuritySpec>>> = (() => {
  const restricted = {
    readOnlyRootFilesystem: fc.boolean(),
    runAsUser: fc.integer({ min: 1, max: 2 ** 31 - 1 }).filter((user) => user !== 1337),
    runAsGroup: fc.nat({ max: 65534 }),
    fsGroup: fc.nat({ max: 65534 }),
    addCapabilities: fc.constantFrom([], ['NET_BIND_SERVICE']),
  };
  const baseline = {
    ...restricted,
    runAsNonRoot: fc.boolean(),
    allowPrivilegeEscalation: fc.boolean(),
    seccompProfile: fc.constantFrom(SeccompProfile.RUNTIME_DEFAULT, SeccompProfile.NODE_DEFAULT),
    addCapabilities: fc.constantFrom(['CHOWN', 'SETUID'], ['NET_BIND_SERVICE']),
  };
  return {
    restricted: optional(restricted),
    baseline: optional(baseline),
    privileged: optional({ ...baseline, addCapabilities: fc.constantFrom(['NET_ADMIN'], ['SYS_TIME', 'CHOWN']) }),
  };
})();

/** A container of a pod that has so many volumes. */
function container(volumes: number, images: readonly string[]): fc.Arbitrary<Omit<ContainerSpec, 'name'>> {
  const env = fc
    .array(fc.tuple(text, fc.option(fc.nat({ max: 5 }), { nil: undefined })), { maxLength: 5 })
    .map((values) =>
      Object.fromEntries(
        values.map(([value, reference], at) =>
          // References lead back only, so that there is no circle.
          [`E_${at}`, reference !== undefined && reference < at ? `${value}$(E_${reference})` : value],
        ),
      ),
    );
  return fc.record(
    {
      image: fc.constantFrom(
        'cart:1',
        'acme/cart:1.2.3',
        `registry.example:5000/a/b@sha256:${'0'.repeat(64)}`,
        ...images,
      ),
      command: fc.array(text, { minLength: 1, maxLength: 3 }),
      workingDir: fc.constant('/srv'),
      env,
      envValues: fc.dictionary(
        fc.constantFrom('V_1', 'V_2', 'v.3'),
        fc.constantFrom('configMap' as const, 'secret' as const, 'field' as const),
        { noNullPrototype: true },
      ),
      cpu: bounds(64_000),
      memory: bounds(65_536),
      mounts:
        volumes === 0
          ? fc.constant({})
          : fc.dictionary(fc.constantFrom('/tmp', '/data', '/etc/app', '/var/lib/app/'), fc.nat({ max: volumes - 1 }), {
              noNullPrototype: true,
            }),
    },
    { requiredKeys: ['image', 'env', 'envValues', 'mounts'] },
  );
}

const IDS = ['cart', 'checkout', 'ad', 'payment', 'a-1', 'constructor-x', 'z'.repeat(52)];

function service({ stacks: all, images, required }: Frame): fc.Arbitrary<ServiceSpec> {
  const mapped = Object.keys(images);
  return fc.tuple(fc.nat({ max: all.length - 1 }), fc.array(volume, { maxLength: 3 })).chain(([stack, volumes]) =>
    fc
      .record({
        settings,
        own: container(volumes.length, mapped),
        id: fc.constantFrom(...IDS),
        ports: ports(0),
        headless: fc.boolean(),
        claims: fc.option(fc.array(fc.integer({ min: 1, max: 4096 }), { maxLength: 2 }), { freq: 4, nil: undefined }),
        perNode: fc.option(
          fc.record({ surges: fc.boolean(), nodes: fc.integer({ min: 1, max: 9 }), everyNode: fc.boolean() }),
          { freq: 4, nil: undefined },
        ),
        component: fc.option(fc.constantFrom('database', 'Cache_1'), { nil: undefined }),
        networkPolicy: fc.option(fc.boolean(), { nil: undefined }),
        security: SECURITY[all[stack]!.podSecurity],
        probes: optional({ readiness: probe, liveness: probe, startup: probe }),
        init: fc.array(
          fc.tuple(container(volumes.length, mapped), fc.constantFrom(undefined, undefined, true, false)),
          { maxLength: 1 },
        ),
        beside: fc.array(
          fc.tuple(container(volumes.length, mapped), fc.boolean(), fc.option(probe, { nil: undefined })),
          { maxLength: 2 },
        ),
        kubernetesApi: fc.constantFrom('no' as const, 'no' as const, 'token' as const, 'role' as const),
      })
      .map(
        ({
          settings: stated,
          own,
          ports: served,
          headless,
          claims,
          perNode,
          component,
          networkPolicy,
          probes: { startup, ...probes },
          init,
          beside,
          ...rest
        }): ServiceSpec => ({
          ...stated,
          ...own,
          ...rest,
          probes: Object.fromEntries(
            Object.entries({ ...probes, ...(startup && { startup: startupOf(startup, stated) }) }).map(
              ([kind, each]) => [kind, answered(each, served)],
            ),
          ),
          name: rest.id,
          stack,
          volumes,
          ports: served,
          ...(claims !== undefined && { claims }),
          ...(claims === undefined && perNode !== undefined && { perNode }),
          headless:
            headless &&
            claims === undefined &&
            perNode === undefined &&
            served.length > 0 &&
            served.every(({ port, targetPort = port }) => targetPort === port),
          ...(component !== undefined && { component }),
          ...(networkPolicy !== undefined && required.networkPolicy === undefined && { networkPolicy }),
          init: init.map(([each, calls], at) => ({
            ...each,
            name: `init-${at}`,
            ...(calls !== undefined && { calls }),
          })),
          beside: beside.map(([each, sidecar, liveness], at) => ({
            ...each,
            name: `beside-${at}`,
            sidecar,
            ...(liveness && { liveness: answered(liveness, served) }),
          })),
        }),
      ),
  );
}

const external: fc.Arbitrary<Omit<ExternalSpec, 'stack' | 'id'>> = fc.record({
  host: fc.constantFrom('bank.example', 'mail.example', 'db.internal.example'),
  ports: ports(1),
  addresses: ranges(0),
  tlsByProxy: fc.option(optional({ caCertificates: fc.constant('/etc/authorities/ca.pem') }), { nil: undefined }),
});
const reference: fc.Arbitrary<ReferenceSpec> = fc.record({
  name: fc.constantFrom('legacy', 'search'),
  namespace: fc.constantFrom('elsewhere', ...NAMESPACES),
  ports: ports(0),
});

function endpoints(frame: Frame): fc.Arbitrary<Endpoints> {
  return fc
    .record({
      services: fc.array(service(frame), { minLength: 1, maxLength: 6 }),
      externals: fc.array(fc.tuple(external, fc.nat({ max: frame.stacks.length - 1 })), { maxLength: 2 }),
      references: fc.array(reference, { maxLength: 2 }),
    })
    .map(({ services, externals, references }) => ({
      ...frame,
      services: distinct(services, ({ stack, id }) => [frame.stacks[stack]!.namespace, id]),
      externals: distinct(
        externals.map(([each, stack], at) => ({ ...each, stack, id: `external-${at}` })),
        ({ host }) => host,
      ),
      references: distinct(references, ({ name, namespace }) => [name, namespace]).filter(
        ({ namespace }) => !frame.stacks.some((stack) => stack.namespace === namespace && !stack.existing),
      ),
    }));
}

// What is drawn may lead nowhere, such as a call to a worker; it is left out afterwards, which keeps shrinking simple.
const isCall = (call: CallSpec | undefined): call is CallSpec => call !== undefined;
const isAccept = (accept: AcceptSpec | undefined): accept is AcceptSpec => accept !== undefined;
const isExposure = (exposure: ExposureSpec | undefined): exposure is ExposureSpec => exposure !== undefined;

/** The ports of a callee. */
export function portsOf(
  program: Pick<ProgramSpec, 'services' | 'externals' | 'references'>,
  { kind, index }: CallSpec['callee'],
): readonly PortSpec[] {
  return { service: program.services, external: program.externals, reference: program.references }[kind][index]!.ports;
}

function callOf(program: Endpoints): fc.Arbitrary<CallSpec | undefined> {
  const callees: CallSpec['callee'][] = [
    ...program.services.map((_, index) => ({ kind: 'service' as const, index })),
    ...program.externals.map((_, index) => ({ kind: 'external' as const, index })),
    ...program.references.map((_, index) => ({ kind: 'reference' as const, index })),
  ].filter((callee) => portsOf(program, callee).length > 0);
  if (callees.length === 0) return fc.constant(undefined);
  return fc
    .record({
      caller: fc.nat({ max: program.services.length - 1 }),
      callee: fc.constantFrom(...callees),
      port: fc.nat({ max: 2 }),
      named: fc.boolean(),
      address: fc.constantFrom('hostAndPort' as const, 'url' as const, 'none' as const),
      methods: fc.option(fc.constantFrom(['GET'], ['PUT', 'POST']), { nil: undefined }),
      paths: fc.option(fc.record({ http: paths, grpc: grpcServices }), { nil: undefined }),
      streaming: fc.option(fc.boolean(), { nil: undefined }),
      perTryTimeout: fc.boolean(),
      timeout: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined }),
      retries: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
    })
    .map(({ methods, paths: drawn, streaming, perTryTimeout, timeout, retries, port, named, ...rest }): CallSpec => {
      const served = portsOf(program, rest.callee);
      const at = port % served.length;
      const { protocol } = served[at]!;
      const hasRequests = ['http', 'http2', 'grpc'].includes(protocol);
      return {
        ...rest,
        port: at,
        named: named || served.length > 1,
        addressEnv: '',
        ...(methods && hasRequests && { methods }),
        ...(drawn && hasRequests && { paths: protocol === 'grpc' ? drawn.grpc : drawn.http }),
        ...timing(streaming, timeout, retries, perTryTimeout),
      };
    });
}

/** Longest pauses before so many retries, in milliseconds. */
const PAUSES = [0, 25, 100, 275];

/** Attempts that fit into the timeout, which is a second at the least where none is stated; none of a stream. */
function timing(
  streaming: boolean | undefined,
  timeout: number | undefined,
  retries: number | undefined,
  perTry: boolean,
): Pick<CallSpec, 'streaming' | 'timeout' | 'retries' | 'perTryTimeout'> {
  if (streaming === true) return { streaming, ...(retries !== undefined && { retries: 0 }) };
  const attempts = (retries ?? 0) + 1;
  const longest = Math.floor(((timeout ?? 1000) - PAUSES[attempts - 1]!) / attempts);
  return {
    ...(streaming !== undefined && { streaming }),
    ...(timeout !== undefined && { timeout }),
    ...(retries !== undefined &&
      longest >= 1 && { retries, ...(perTry && attempts > 1 && { perTryTimeout: longest }) }),
  };
}

/** Gives the address of each call a variable of its own. */
function namedApart(calls: readonly CallSpec[]): CallSpec[] {
  return calls.map((call, at) => ({ ...call, addressEnv: `ADDRESS_${at}` }));
}

function acceptOf({ services, references }: Endpoints): fc.Arbitrary<AcceptSpec | undefined> {
  const serving = services.flatMap(({ ports: { length } }, callee) => (length > 0 ? [{ callee, length }] : []));
  if (serving.length === 0 || references.length === 0) return fc.constant(undefined);
  return fc
    .tuple(fc.constantFrom(...serving), fc.nat({ max: references.length - 1 }), fc.nat({ max: 2 }))
    .map(([{ callee, length }, each, port]) => ({ callee, reference: each, port: port % length }));
}

function exposureOf({ services }: Endpoints): fc.Arbitrary<ExposureSpec | undefined> {
  const serving = services.flatMap(({ ports: { length }, id }, at) =>
    length > 0 && id.length + '-external'.length <= 63 ? [{ service: at, length }] : [],
  );
  if (serving.length === 0) return fc.constant(undefined);
  return fc
    .tuple(
      fc.constantFrom(...serving),
      fc.nat({ max: 2 }),
      fc.constantFrom(undefined, 'shop.example'),
      ranges(0),
      fc.boolean(),
    )
    .map(([{ service: at, length }, port, host, allowedSources, secured]) => ({
      service: at,
      port: port % length,
      allowedSources,
      ...(allowedSources.length === 0 && { public: true }),
      ...(host !== undefined && { host }),
      ...(secured && { tlsSecret: 'certificate' }),
      annotations: { [`example.com/port-${port % length}`]: 'yes' },
    }));
}

/** Behind an ingress, all exposures of a service let the same clients in. */
function alike({ ingress }: Frame, exposures: readonly ExposureSpec[]): ExposureSpec[] {
  return exposures.map(({ public: _, ...exposure }) => {
    const allowedSources =
      ingress.length === 0
        ? exposure.allowedSources
        : exposures.find(({ service: at }) => at === exposure.service)!.allowedSources;
    return { ...exposure, allowedSources, ...(allowedSources.length === 0 && { public: true }) };
  });
}

/** Gives each exposure that has a host one of its own. */
function ownHosts(exposures: readonly ExposureSpec[]): ExposureSpec[] {
  return exposures.map((exposure, at) =>
    exposure.host === undefined ? exposure : { ...exposure, host: `${at}.${exposure.host}` },
  );
}

/** The first of what has the same key. */
function distinct<T>(items: readonly T[], key: (item: T) => unknown): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const text = JSON.stringify(key(item));
    return !seen.has(text) && seen.add(text);
  });
}
