import { type Problem, problemOf } from '../../../errors';
import { MS2024 } from '../rules';
import { exposedPorts, isDnsLabel } from '../../kubernetes';
import { crossesClusters, metricsPorts, DeploymentWorkload, type Edge, portOf, unique } from '../../../program';
import {
  ContainerRole,
  exposedNumber,
  isIpAddress,
  MetricsAccessKind,
  PodSecurityLevel,
  Protocol,
} from '../../../values';
import { PROXY_CONTAINERS, PROXY_PORTS, PROXY_USER } from './defaults';
import { hiddenMetricsPorts } from './open-metrics';
import { IstioFacts, SidecarMode } from './istio-facts';

/** The first version of Kubernetes whose init containers can keep running. */
const NATIVE_SIDECARS_SINCE = 29;

/** Whether the agent of the proxy asks the application for its metrics; true where nothing is said. */
const MERGE_METRICS = 'prometheus.istio.io/merge-metrics';

/** What is wrong with a microservice under Istio. */
export function microserviceProblems(facts: DeploymentWorkload, istio: IstioFacts): Problem[] {
  return [...pods(facts, istio), ...bypasses(facts), ...metrics(facts), ...exposures(facts, istio), ...callees(facts)];
}

function pods(
  { name, ports, containers, outbound, settings, cluster, podSecurity }: DeploymentWorkload,
  { sidecars, cni }: IstioFacts,
): Problem[] {
  const classic = sidecars === SidecarMode.CLASSIC;
  const early = classic
    ? containers.filter(({ role, calls }) => role === ContainerRole.INIT && (calls ?? outbound.length > 0))
    : [];
  return [
    ...early.map((container): Problem => ({
      code: 'MS4003',
      message: `the init container ${container.name} calls before there is a proxy`,
      given:
        'sidecars were classic; ' +
        (container.calls === true ? 'calls was true' : `${name} calls ${unique(outbound.map(calleeName)).join(', ')}`),
      allowed: 'native sidecars, or init containers that call nobody',
      fix: 'have the mesh use SidecarMode.NATIVE, or state calls: false',
    })),
    ...(!classic && !cluster.kubernetesVersion.atLeast(NATIVE_SIDECARS_SINCE)
      ? [
          {
            code: 'MS4009' as const,
            message: 'native sidecars are impossible',
            given: `the cluster has Kubernetes ${cluster.kubernetesVersion}`,
            allowed: `Kubernetes 1.${NATIVE_SIDECARS_SINCE} and newer`,
            fix: 'state SidecarMode.CLASSIC',
          },
        ]
      : []),
    ...ports
      .filter(({ targetPort }) => PROXY_PORTS.includes(targetPort))
      .map(({ targetPort }): Problem => ({
        code: 'MS4004',
        message: `the proxy needs port ${targetPort}`,
        given: `${name} listens on it`,
        allowed: `any port but ${PROXY_PORTS.join(', ')}`,
        fix: 'state another targetPort',
      })),
    ...(settings.values.security.runAsUser === PROXY_USER
      ? [
          {
            code: 'MS4005' as const,
            message: `${name} runs as the proxy's user`,
            given: `runAsUser was ${PROXY_USER}`,
            allowed: 'any other',
            fix: 'state another user id',
          },
        ]
      : []),
    ...(!cni && podSecurity !== undefined && podSecurity !== PodSecurityLevel.PRIVILEGED
      ? [
          {
            code: 'MS4006' as const,
            message: 'the namespace refuses the init container of the mesh',
            given: `the Pod Security level was ${podSecurity}, cni was false`,
            allowed: 'installations with the CNI plugin, or the level privileged',
            fix: 'install the plugin',
          },
        ]
      : []),
  ];
}

/** Labels and annotations by which pods, or ports of theirs, leave the mesh. */
function bypasses({ mesh, settings, containers }: DeploymentWorkload): Problem[] {
  const { labels, podAnnotations } = settings.values;
  const annotations = Object.entries(podAnnotations).filter(
    ([key, value]) =>
      key.startsWith('traffic.sidecar.istio.io/') || Object.hasOwn(mesh.podAnnotations, key) || isOptOut(key, value),
  );
  const named = containers
    .filter(({ name }) => PROXY_CONTAINERS.includes(name))
    .map(({ name }) => ['the name of a container', name] as const);
  return [...annotations, ...Object.entries(labels).filter(([key, value]) => isOptOut(key, value)), ...named].map(
    ([key, value]) => ({
      code: 'MS4013',
      message: 'pods are kept from the mesh',
      given: `${key} was ${value}`,
      allowed: 'pods whose traffic goes through the proxy',
      fix: 'leave it out',
    }),
  );
}

function isOptOut(key: string, value: string): boolean {
  return key === 'sidecar.istio.io/inject' && value !== 'true';
}

function metrics(facts: DeploymentWorkload): Problem[] {
  const {
    monitoring,
    ports,
    name,
    settings: {
      values: { podAnnotations },
    },
  } = facts;
  const merged = monitoring.scrapes && monitoring.access._kind === MetricsAccessKind.MERGED ? metricsPorts(ports) : [];
  return [
    ...hiddenMetricsPorts(facts).map(({ number, name: port }): Problem => ({
      code: 'MS4007',
      message: `metrics of ${name} are served on a port that callers use`,
      given: `port ${number} (${port})`,
      allowed: 'a port that nobody calls and that is not exposed',
      fix: 'serve them on a port of their own, or have the platform state MetricsAccess.merged()',
    })),
    ...(merged.length <= 1
      ? []
      : [
          {
            code: 'MS5006' as const,
            message: `the proxy of ${name} hands out the metrics of one port alone`,
            given: `ports ${merged.map(({ number }) => number).join(', ')} serve metrics`,
            allowed: 'one port that serves metrics, or another MetricsAccess',
            fix: 'serve all metrics on one port',
          },
        ]),
    ...(merged.length > 0 && podAnnotations[MERGE_METRICS] === 'false'
      ? [
          {
            code: 'MS5013' as const,
            message: `the proxy of ${name} hands out no metrics of the application`,
            given: `podAnnotations held ${MERGE_METRICS}: false, and the platform states MetricsAccess.merged()`,
            allowed: 'pods whose agent asks the application',
            fix: 'leave the annotation out, or state another MetricsAccess on the platform',
          },
        ]
      : []),
  ];
}

function exposures(facts: DeploymentWorkload, { ingressGateway }: IstioFacts): Problem[] {
  const { exposures: all, ports } = facts;
  const problem = (message: string, given: string, allowed: string, fix: string): Problem => ({
    code: 'MS4008',
    message,
    given,
    allowed,
    fix,
  });
  if (all.length > 0 && ingressGateway === undefined) {
    return [
      problem(
        `there is no gateway that could expose ${facts.name}`,
        'the mesh states no ingressGateway',
        'new IstioMesh({ ingressGateway: new IstioIngressGateway() })',
        "state where the platform's gateway runs",
      ),
    ];
  }
  return [
    ...all
      .filter(({ allowedSources }) => allowedSources.length > 0)
      .map(({ allowedSources }) =>
        problem(
          `the gateway in front of ${facts.name} cannot tell its clients apart`,
          `allowedSources were ${allowedSources.join(', ')}`,
          'exposures that are public',
          "restrict the sources at the gateway's own load balancer, and state public: true",
        ),
      ),
    ...all
      .filter(({ annotations }) => Object.keys(annotations).length > 0)
      .map(({ annotations }) =>
        problem(
          `an exposure of ${facts.name} has annotations of a load balancer`,
          `they were ${Object.keys(annotations).sort().join(', ')}`,
          'none: the gateway has a load balancer of its own',
          'leave them out',
        ),
      ),
    ...all
      .filter(({ host }) => host === undefined)
      .map((exposure) =>
        problem(
          `an exposure of ${facts.name} has no host`,
          `port ${exposedNumber(exposure, ports) ?? 'not named'}`,
          'exposures with a host',
          'state under which name clients find it',
        ),
      ),
    ...all
      .filter(({ host }, at) => host !== undefined && all.findIndex((other) => other.host === host) < at)
      .map(({ host }) =>
        problemOf(MS2024, {
          message: `the host ${host} is exposed twice`,
          given: `${facts.name} exposes two ports as it`,
          allowed: 'a host of its own for each port',
          fix: 'state another host for one of them',
        }),
      ),
    ...exposedPorts(facts)
      .filter(({ protocol }) => !protocol.hasRequests)
      .map(({ number, protocol }) =>
        problem(
          `a port of ${facts.name} cannot be exposed by a gateway`,
          `port ${number} speaks ${protocol.name}`,
          'ports of HTTP and gRPC',
          'expose another port',
        ),
      ),
  ];
}

function callees({ outbound, cluster }: DeploymentWorkload): Problem[] {
  const elsewhere = outbound.filter(crossesClusters).map(({ callee }): Problem => ({
    code: 'MS4001',
    message: `IstioMesh does not know ${callee.name}`,
    given: `it runs in ${callee.workload!.cluster}, the caller in ${cluster.name}`,
    allowed: 'callees of the same cluster, and external services',
    fix: `state an ExternalService for the host under which ${callee.name} is exposed`,
  }));
  const outside = outbound
    .filter(({ callee }) => callee.external?.namespace === '')
    .map(({ callee }): Problem => ({
      code: 'MS4011',
      message: `${callee.name} is stated outside of an application stack`,
      given: `its host is ${callee.external!.host}`,
      allowed: 'external services of a stack: their objects have a namespace',
      fix: 'pass a stack as the scope of the external service',
    }));
  const datagrams = outbound
    .filter((call) => call.callee.external !== undefined && portOf(call)?.protocol.transport === 'UDP')
    .map(({ callee }): Problem => ({
      code: 'MS4011',
      message: `${callee.name} is called by datagrams`,
      given: `its host is ${callee.external!.host}`,
      allowed: 'protocols over TCP',
      fix: 'call it over TCP, or from a platform without a mesh',
    }));
  const names = outbound
    .filter((call) => portOf(call)?.number === 53 && portOf(call)?.protocol.transport === 'TCP')
    .map(({ callee }): Problem => ({
      code: 'MS4011',
      message: `${callee.name} is called by TCP on port 53`,
      given: 'the proxy leaves that port to name servers',
      allowed: 'any other port',
      fix: `serve another port on the Service of ${callee.name}`,
    }));
  const unnamed = outbound
    .filter(({ callee }) => callee.external !== undefined && !isDnsLabel(callee.name))
    .map(({ callee }): Problem => ({
      code: 'MS4011',
      message: 'Kubernetes refuses the objects of an external service',
      given: `its id was '${callee.name}'`,
      allowed: 'at most 63 lower-case letters, digits and dashes, no dash at either end',
      fix: 'name it so',
    }));
  const bytes = outbound.filter(
    (call) =>
      call.callee.external !== undefined &&
      portOf(call)?.protocol === Protocol.TCP &&
      !isIpAddress(call.callee.external.host),
  );
  const shared = bytes
    .filter((call) =>
      bytes.some(
        (other) =>
          other.callee.id !== call.callee.id &&
          portOf(other)!.number === portOf(call)!.number &&
          !areApart(call.callee.external!.addresses, other.callee.external!.addresses),
      ),
    )
    .map((call): Problem => ({
      code: 'MS4010',
      message: `${call.callee.name} cannot be told from another external service`,
      given: `both are called by TCP on port ${portOf(call)!.number}`,
      allowed: 'external services with addresses of their own',
      fix: `state the addresses of ${call.callee.name}`,
    }));
  return [...elsewhere, ...outside, ...datagrams, ...names, ...unnamed, ...shared];
}

/** Whether two lists of ranges are known and have none in common. */
function areApart(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((range) => b.includes(range));
}

function calleeName({ callee }: Edge): string {
  return callee.name;
}
