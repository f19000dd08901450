import { Duration, Size } from 'cdk8s';
import { ConfigMap, ContainerResources, Cpu, EnvFieldPaths, EnvValue, Role, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import {
  AddressFormat,
  Agent,
  AgentUpdate,
  ApplicationStack,
  Claim,
  ClusterDns,
  ClusterFacts,
  ContainerProps,
  ExternalService,
  ExternalTls,
  ICallee,
  IstioIngressGateway,
  IstioMesh,
  IstioVersion,
  Keda,
  KubernetesVersion,
  Mesh,
  Microservice,
  MicroserviceReference,
  MicroserviceSettings,
  NetworkPeer,
  NoMesh,
  Platform,
  PodSecurityLevel,
  Port,
  Probe,
  Retries,
  Scaling,
  ScalingMetric,
  EmptyDirMedium,
  SidecarMode,
  StatefulService,
  TaintEffect,
  TopologySpread,
  Volume,
} from '../../lib';
import type {
  BoundsSpec,
  CallSpec,
  ContainerSpec,
  MeshSpec,
  PortSpec,
  ProbeSpec,
  ProgramSpec,
  ScalingSpec,
  ServiceSpec,
  SettingsSpec,
  VolumeSpec,
} from './program-spec';
import { firstOf } from './policy-texts';
import { ENDPOINT } from '../../lib/api/caller-and-callee';

/** Another order of the same items. */
export type Shuffle = <T>(items: readonly T[]) => T[];

/** The order in which they stand. */
export const inOrder: Shuffle = (items) => [...items];

/** An order that depends on a number alone (Fisher and Yates; the numbers are mulberry32's). */
export function shuffledBy(seed: number): Shuffle {
  return (items) => {
    let state = seed;
    const next = () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
    const result = [...items];
    for (let at = result.length - 1; at > 0; at--) {
      const other = Math.floor(next() * (at + 1));
      [result[at], result[other]] = [result[other]!, result[at]!];
    }
    return result;
  };
}

/** Constructs of a program that has been stated. */
export interface Built {
  readonly stacks: ApplicationStack[];
  readonly services: (Agent | Microservice | StatefulService)[];
}

/** One declaration, and those that must stand before it. */
interface Step {
  readonly key: string;
  readonly needs: readonly string[];
  readonly state: () => void;
}

/** States a program below a root, in the order of the data or in any other that declarations allow. */
export function build(root: Construct, spec: ProgramSpec, shuffle: Shuffle = inOrder): Built {
  const platform = platformOf(spec, shuffle);
  const stacks: ApplicationStack[] = [];
  const services: (Agent | Microservice | StatefulService)[] = [];
  const externals: ExternalService[] = [];
  const references = spec.references.map(
    ({ name, namespace, ports }) => new MicroserviceReference({ name, namespace, ports: ports.map(portOf) }),
  );
  const callee = ({ kind, index }: CallSpec['callee']): ICallee =>
    ({ service: services, external: externals, reference: references })[kind][index]!;
  const steps: Step[] = [
    ...spec.stacks.map(({ id, namespace, existing, podSecurity, defaults }, at): Step => ({
      key: `stack ${at}`,
      needs: [],
      state: () => {
        stacks[at] = new ApplicationStack(root, id, {
          platform,
          namespace,
          existing,
          podSecurity: podSecurity as PodSecurityLevel,
          defaults: settingsOf(defaults, shuffle),
        });
      },
    })),
    ...spec.services.map((each, at): Step => ({
      key: `service ${at}`,
      needs: [`stack ${each.stack}`],
      state: () => (services[at] = serviceOf(stacks[each.stack]!, each, shuffle)),
    })),
    ...spec.externals.map(({ stack, id, host, ports, addresses, tlsByProxy }, at): Step => ({
      key: `external ${at}`,
      needs: [`stack ${stack}`],
      state: () => {
        externals[at] = new ExternalService(stacks[stack]!, id, {
          host,
          ports: ports.map(portOf),
          addresses: [...addresses],
          tls: tlsByProxy && ExternalTls.byProxy(tlsByProxy),
        });
      },
    })),
    ...spec.services.flatMap(({ kubernetesApi, id, stack }, at): Step[] =>
      kubernetesApi === 'no'
        ? []
        : [
            {
              key: `api ${at}`,
              needs: [`service ${at}`],
              state: () => {
                const role =
                  kubernetesApi === 'role'
                    ? new Role(stacks[stack]!, `${id}-role`, { metadata: { name: `${id}-reads` } })
                    : undefined;
                services[at]!.callsKubernetesApi(role && { role });
              },
            },
          ],
    ),
    ...spec.calls.map((call, at): Step => ({
      key: `call ${at}`,
      needs: [
        `service ${call.caller}`,
        ...(call.callee.kind === 'reference' ? [] : [`${call.callee.kind} ${call.callee.index}`]),
      ],
      state: () => callOf(services[call.caller]!, callee(call.callee), call, shuffle),
    })),
    ...spec.accepted.map(({ callee: index, reference, port }, at): Step => ({
      key: `accept ${at}`,
      needs: [`service ${index}`],
      state: () =>
        services[index]!.acceptsCallsFrom(references[reference]!, { port: spec.services[index]!.ports[port]!.port }),
    })),
    ...spec.exposures.map(({ service, port, allowedSources, annotations, ...rest }, at): Step => ({
      key: `exposure ${at}`,
      needs: [`service ${service}`],
      state: () =>
        services[service]!.expose({
          ...rest,
          port: spec.services[service]!.ports[port]!.port,
          allowedSources: shuffle(allowedSources),
          annotations: map(annotations, shuffle),
        }),
    })),
  ];
  const stated = new Set<string>();
  for (let open = shuffle(steps); open.length > 0;) {
    const next = open.find(({ needs }) => needs.every((need) => stated.has(need)))!;
    next.state();
    stated.add(next.key);
    open = open.filter((step) => step !== next);
  }
  return { stacks, services };
}

function callOf(
  caller: Microservice,
  callee: ICallee,
  { port, named, address, addressEnv, methods, paths, streaming, timeout, retries, perTryTimeout }: CallSpec,
  shuffle: Shuffle,
): void {
  const number = callee[ENDPOINT].ports[port]?.number;
  caller.calls(callee, {
    ...(named && { port: number }),
    operation: { ...(methods && { methods: shuffle(methods) }), ...(paths && { paths: shuffle(paths) }) },
    streaming,
    ...(timeout !== undefined && { timeout: Duration.millis(timeout) }),
    ...(retries !== undefined && {
      retries: Retries.upTo(retries, {
        perTryTimeout: perTryTimeout === undefined ? undefined : Duration.millis(perTryTimeout),
      }),
      idempotent: true,
    }),
    ...(address === 'hostAndPort' && { addressEnv }),
    ...(address === 'url' && { addresses: [{ name: addressEnv, format: AddressFormat.url() }] }),
    ...(address === 'none' && { addresses: [] }),
  });
}

function platformOf(
  {
    version,
    dns,
    resolvers: custom,
    apiServer,
    ingress,
    scraped,
    scrapers,
    mesh,
    held,
    mirrors,
    images,
    platformDefaults,
    required,
  }: ProgramSpec,
  shuffle: Shuffle,
): Platform {
  const ranges = (all: readonly string[]) => shuffle(all).map((range) => NetworkPeer.cidr(range));
  const resolvers = {
    coreDns: () => ClusterDns.coreDns(),
    nodeLocal: () => ClusterDns.nodeLocal('169.254.20.10', ['10.96.0.10']),
    openShift: () => ClusterDns.openShift(),
    custom: () => ClusterDns.custom(ranges(custom), 5300),
  };
  const cluster = new ClusterFacts({
    kubernetesVersion: KubernetesVersion.of(version),
    dns: resolvers[dns](),
    apiServer: ranges(apiServer),
    ingress: ranges(ingress),
    scrapers: scraped
      ? [
          NetworkPeer.pods({ namespace: 'monitoring', labels: map({ app: 'prometheus', part: 'server' }, shuffle) }),
          ...shuffle(scrapers).map(({ range, exceptFirst }) =>
            NetworkPeer.cidr(range, exceptFirst ? [firstOf(range)] : []),
          ),
        ]
      : [],
  });
  return new Platform({
    cluster,
    mesh: meshOf(mesh, shuffle),
    ...(held && { autoscaling: new Keda({ httpAddOn: {} }) }),
    registryMirrors: map(mirrors, shuffle),
    images: map(images, shuffle),
    defaults: settingsOf(platformDefaults, shuffle),
    required: {
      ...(required.labels && { metadata: { labels: map(required.labels, shuffle) } }),
      ...(required.networkPolicy !== undefined && { security: { networkPolicy: required.networkPolicy } }),
    },
  });
}

function meshOf(spec: MeshSpec | undefined, shuffle: Shuffle): Mesh {
  if (spec === undefined) return new NoMesh();
  const { version, sidecars, gateway, ...rest } = spec;
  return new IstioMesh({
    ...rest,
    sidecars: sidecars as SidecarMode,
    version: version === undefined ? undefined : IstioVersion.of(version),
    ingressGateway: gateway
      ? new IstioIngressGateway({ labels: map({ istio: 'ingress', part: 'edge' }, shuffle) })
      : undefined,
  });
}

function serviceOf(
  stack: ApplicationStack,
  spec: ServiceSpec,
  shuffle: Shuffle,
): Agent | Microservice | StatefulService {
  const { id, ports, headless, claims, perNode, component, networkPolicy, security, probes, init, beside } = spec;
  const volumes = spec.volumes.map(volumeOf);
  const { metadata, pod, ...settings } = settingsOf(spec, shuffle);
  const { image, env, resources, ...container } = containerOf(stack, spec, volumes, shuffle);
  const props = {
    ...settings,
    image,
    env,
    resources,
    ports: ports.map(portOf),
    pod: {
      ...pod,
      ...container,
      initContainers: init.map((each) => ({
        ...containerOf(stack, each, volumes, shuffle),
        name: each.name,
        calls: each.calls,
      })),
      containers: beside.map((each) => ({
        ...containerOf(stack, each, volumes, shuffle),
        name: each.name,
        sidecar: each.sidecar,
        probes: { liveness: each.liveness && probeOf(each.liveness) },
      })),
    },
    metadata: { ...metadata, component },
    security: {
      ...security,
      networkPolicy,
      addCapabilities: security.addCapabilities && shuffle(security.addCapabilities),
    },
    probes: Object.fromEntries(Object.entries(probes).map(([kind, probe]) => [kind, probeOf(probe)])),
  };
  if (perNode !== undefined) {
    const { scaling: _scaling, ...ofAgent } = props;
    const { disruptionBudget: _budget, ...lifecycle } = props.lifecycle ?? {};
    const { topologySpread: _spread, nodeSelector, tolerations, ...placement } = props.pod.placement ?? {};
    const { surges, nodes, everyNode } = perNode;
    return new Agent(stack, id, {
      ...ofAgent,
      lifecycle: { ...lifecycle, update: surges ? AgentUpdate.surging(nodes) : AgentUpdate.rolling(nodes) },
      pod: { ...props.pod, placement: { ...placement, everyNode, ...(!everyNode && { nodeSelector, tolerations }) } },
    });
  }
  if (claims === undefined) return new Microservice(stack, id, { ...props, pod: { ...props.pod, headless } });
  return new StatefulService(stack, id, {
    ...props,
    claims: claims.map((size, at) => Claim.of(`claim-${at}`, { size: Size.mebibytes(size), path: `/claims/${at}` })),
  });
}

function settingsOf(spec: SettingsSpec, shuffle: Shuffle): MicroserviceSettings {
  const {
    labels,
    annotations,
    podAnnotations,
    imagePullSecrets,
    scaling,
    disruptionBudget,
    longestRequest,
    concurrency,
    startupTime,
    minReady,
    endpointPropagation,
    spread,
    nodeSelector,
    tolerations,
    priorityClassName,
  } = spec;
  const time = (seconds: number | undefined) => (seconds === undefined ? undefined : Duration.seconds(seconds));
  return {
    metadata: {
      labels: map(labels, shuffle),
      annotations: map(annotations, shuffle),
      podAnnotations: map(podAnnotations, shuffle),
    },
    pod: {
      imagePullSecrets: imagePullSecrets && [...imagePullSecrets],
      placement: {
        nodeSelector: map(nodeSelector, shuffle),
        topologySpread: spread?.map(({ over, ...options }) =>
          ({
            zones: () => TopologySpread.overZones(options),
            nodes: () => TopologySpread.overNodes(options),
            'example.com/rack': () => TopologySpread.over(over, options),
          })[over](),
        ),
        tolerations: tolerations?.map(({ effect, ...rest }) => ({
          ...rest,
          effect: effect as TaintEffect | undefined,
        })),
        priorityClassName,
      },
    },
    scaling: scaling && scalingOf(scaling),
    lifecycle: {
      disruptionBudget,
      concurrency,
      longestRequest: time(longestRequest),
      startupTime: time(startupTime),
      minReady: time(minReady),
      endpointPropagation: time(endpointPropagation),
    },
  };
}

function scalingOf(spec: ScalingSpec): Scaling {
  if (spec.kind === 'fixed') return Scaling.fixed(spec.replicas);
  if (spec.kind === 'requests') return Scaling.on([ScalingMetric.concurrency(20)], { min: 0, max: spec.max });
  const { kind, min, max, utilization } = spec;
  if (kind === 'both')
    return Scaling.onCpuAndMemory({ min, max, cpuUtilization: utilization, memoryUtilization: utilization });
  return kind === 'cpu' ? Scaling.onCpu({ min, max, utilization }) : Scaling.onMemory({ min, max, utilization });
}

function containerOf(
  stack: ApplicationStack,
  { image, command, workingDir, env, envValues, cpu, memory, mounts }: ContainerSpec,
  volumes: readonly Volume[],
  shuffle: Shuffle,
): ContainerProps & { resources: ContainerResources } {
  const imported = <T>(id: string, make: (scope: Construct, id: string) => T) =>
    (stack.node.tryFindChild(id) as T | undefined) ?? make(stack, id);
  const sources = {
    configMap: () =>
      EnvValue.fromConfigMap(
        imported('app-config', (scope, id) => ConfigMap.fromConfigMapName(scope, id, id)),
        'key.a',
      ),
    secret: () =>
      EnvValue.fromSecretValue({
        secret: imported('app-secret', (scope, id) => Secret.fromSecretName(scope, id, id)),
        key: 'key_b',
      }),
    field: () => EnvValue.fromFieldRef(EnvFieldPaths.POD_IP),
  };
  return {
    image,
    workingDir,
    command: command && [...command],
    env: map(env, shuffle),
    envValues: Object.fromEntries(
      shuffle(Object.entries(envValues)).map(([name, source]) => [name, sources[source]()]),
    ),
    resources: {
      cpu: cpu && bounds(cpu, (amount) => Cpu.millis(amount)),
      memory: memory && bounds(memory, (amount) => Size.mebibytes(amount)),
    },
    mounts: shuffle(Object.entries(mounts)).map(([path, volume]) => volumes[volume]!.at(path)),
  };
}

function bounds<T>({ request, limit }: BoundsSpec, amount: (value: number) => T): { request?: T; limit?: T } {
  return {
    ...(request !== undefined && { request: amount(request) }),
    ...(limit !== undefined && { limit: amount(limit) }),
  };
}

function volumeOf({ kind, mebibytes, items, defaultMode }: VolumeSpec, at: number): Volume {
  const projection = { items: items && { ...items }, defaultMode };
  const scratch = { sizeLimit: mebibytes === undefined ? undefined : Size.mebibytes(mebibytes) };
  switch (kind) {
    case 'disk':
      return Volume.emptyDir(`v${at}`, scratch);
    case 'memory':
      return Volume.emptyDir(`v${at}`, { ...scratch, medium: EmptyDirMedium.MEMORY });
    case 'configMap':
      return Volume.configMapNamed(`v${at}`, 'app-config', projection);
    case 'secret':
      return Volume.secretNamed(`v${at}`, 'app-secret', projection);
  }
}

function portOf({ protocol, port, targetPort, name, metrics, metricsPath }: PortSpec): Port {
  return Port[protocol](port, { targetPort, name, servesMetrics: metrics, metricsPath });
}

function probeOf({ kind, port, period, timeout, failureThreshold }: ProbeSpec): Probe {
  const timing = {
    period: period === undefined ? undefined : Duration.seconds(period),
    timeout: timeout === undefined ? undefined : Duration.seconds(timeout),
    failureThreshold,
  };
  switch (kind) {
    case 'http':
      return Probe.http('/healthz', { ...timing, port, headers: { 'X-Probe': 'kubelet' } });
    case 'tcp':
      return Probe.tcp({ ...timing, port });
    case 'grpc':
      return Probe.grpc({ ...timing, port });
    case 'command':
      return Probe.command(['true'], timing);
  }
}

/** The same map with its keys in another order. */
function map<T extends Readonly<Record<string, string>> | undefined>(
  entries: T,
  shuffle: Shuffle,
): T extends undefined ? undefined : { [key: string]: string } {
  return (entries && Object.fromEntries(shuffle(Object.entries(entries)))) as T extends undefined
    ? undefined
    : { [key: string]: string };
}
