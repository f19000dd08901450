import type { CallSpec, ExposureSpec, ExternalSpec, PortSpec, ProgramSpec, ServiceSpec } from './program-spec';

/** The program without what its platform could not do: with Istio, or with no mesh at all. */
export function fitToMesh(program: ProgramSpec): ProgramSpec {
  const { mesh } = program;
  if (mesh === undefined) {
    return {
      ...program,
      externals: program.externals.map(({ tlsByProxy: _, ...external }) => external),
      exposures: program.exposures.map(({ tlsSecret: _, ...exposure }) => exposure),
    };
  }
  const externals = program.externals.map(apart);
  const calls = program.calls.filter((call) => isCarried(called({ ...program, externals }, call), call));
  const exposures = mesh.gateway
    ? program.exposures.flatMap((exposure, at) => throughGateway(program, exposure, at))
    : [];
  const fitted = { ...program, externals, calls, exposures };
  return { ...fitted, services: program.services.map((service, at) => pods(fitted, service, at)) };
}

function called(
  { services, externals, references }: ProgramSpec,
  { callee: { kind, index }, port }: CallSpec,
): PortSpec {
  return { service: services, external: externals, reference: references }[kind][index]!.ports[port]!;
}

/** Datagrams do not leave the mesh, and what goes to port 53 goes past the proxy. */
function isCarried({ protocol, port }: PortSpec, { callee }: CallSpec): boolean {
  return protocol === 'udp' ? callee.kind !== 'external' : port !== 53;
}

/** Bytes are told apart by addresses that no other external service has; a proxy begins TLS only for what is none. */
function apart(external: ExternalSpec, at: number): ExternalSpec {
  const { tlsByProxy, ...rest } = external;
  const isPlain = external.ports.every(({ protocol }) => protocol !== 'tls' && protocol !== 'udp');
  return {
    ...rest,
    ...(tlsByProxy && isPlain && { tlsByProxy }),
    ...(external.ports.some(({ protocol }) => protocol === 'tcp') && { addresses: [`192.0.2.${at + 1}/32`] }),
  };
}

/** A gateway tells requests apart by host, and knows no clients' addresses. */
function throughGateway(
  { services }: ProgramSpec,
  { host = 'gateway.example', ...exposure }: ExposureSpec,
  at: number,
): ExposureSpec[] {
  const { protocol } = services[exposure.service]!.ports[exposure.port]!;
  return ['http', 'http2', 'grpc'].includes(protocol)
    ? [{ ...exposure, public: true, allowedSources: [], annotations: {}, host: `${at}.${host}` }]
    : [];
}

/** Metrics stand on ports of their own, and containers that run before the proxy call nobody. */
function pods(program: ProgramSpec, service: ServiceSpec, at: number): ServiceSpec {
  const used = new Set(
    [
      ...program.calls.filter(({ callee: { kind, index } }) => kind === 'service' && index === at),
      ...program.accepted.filter(({ callee }) => callee === at),
      ...program.exposures.filter((exposure) => exposure.service === at),
    ].map(({ port }) => targetOf(service.ports[port]!)),
  );
  return {
    ...service,
    ports: service.ports.map((port) =>
      program.scraped && used.has(targetOf(port)) ? { ...port, metrics: false } : port,
    ),
    init: service.init.map((container) =>
      program.mesh!.sidecars === 'classic' ? { ...container, calls: false } : container,
    ),
  };
}

function targetOf({ port, targetPort }: PortSpec): number {
  return targetPort ?? port;
}
