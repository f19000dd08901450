import { App, Duration } from 'cdk8s';
import {
  ApplicationStack,
  Autoscaling,
  ClusterFacts,
  Delivery,
  ExternalService,
  ExternalTls,
  ICallee,
  IstioIngressGateway,
  IstioMesh,
  Microservice,
  MicroserviceProps,
  Platform,
  Port,
  Retries,
  Rollout,
  SidecarMode,
} from '../../lib';
import type { ManifestObject } from '../support/manifests';
import type { MeshSystem } from './mesh-systems';

/** Manifests of a program without an error. Each object is judged as it is rendered. */
export function manifestsOfSystem(app: App): ManifestObject[] {
  expect(app.node.findAll().flatMap(({ node }) => node.validate())).toEqual([]);
  return app.charts.flatMap((chart) => chart.toJson() as ManifestObject[]);
}

/** Rollouts of the called services. */
export interface Delivered {
  readonly delivery?: Delivery;
  readonly autoscaling?: Autoscaling;
  /** Further statements of a service, by its index. */
  readonly propsOf?: (at: number) => Partial<MicroserviceProps>;
  /** That of a service, by its place. */
  readonly rolloutOf?: (at: number) => Rollout | undefined;
  /** Codes that count for nothing. */
  readonly acknowledged?: readonly string[];
}

/** A system as a program. */
export function appOfSystem(
  { mesh, namespaces, services, externals, calls }: MeshSystem,
  delivered: Delivered = {},
): App {
  const app = new App({ outdir: 'nowhere' });
  const {
    delivery,
    rolloutOf = () => undefined,
    autoscaling,
    propsOf = (): Partial<MicroserviceProps> => ({}),
    acknowledged = [],
  } = delivered;
  const platform = new Platform({
    ...(delivery !== undefined && { delivery }),
    ...(autoscaling !== undefined && { autoscaling }),
    cluster: new ClusterFacts({ domain: mesh.domain }),
    mesh: new IstioMesh({
      ingressGateway: new IstioIngressGateway(),
      sidecars: mesh.classic ? SidecarMode.CLASSIC : SidecarMode.NATIVE,
      ...(mesh.trustDomain !== undefined && { trustDomain: mesh.trustDomain }),
      ...(mesh.revision !== undefined && { revision: mesh.revision }),
    }),
  });
  const stacks = namespaces.map((namespace) => new ApplicationStack(app, namespace, { platform }));
  for (const code of acknowledged) for (const stack of stacks) stack.acknowledge(code, 'It is not the matter here.');
  const microservices = services.map(
    ({ namespace, name, ports, headless, longestRequest }, at) =>
      new Microservice(stacks[namespace]!, name, {
        image: `acme/${name}:1`,
        pod: { headless },
        ports: ports.map(({ protocol, number, target }) =>
          Port[protocol](number, { targetPort: target, name: `p${number}` }),
        ),
        ...propsOf(at),
        lifecycle: {
          ...(rolloutOf(at) !== undefined && { rollout: rolloutOf(at)! }),
          ...(longestRequest !== undefined && { longestRequest: Duration.seconds(longestRequest) }),
          ...propsOf(at).lifecycle,
        },
      }),
  );
  const outside = externals.map(
    ({ namespace, name, host, protocol, number, tlsPort, addresses }) =>
      new ExternalService(stacks[namespace]!, name, {
        host,
        addresses: [...addresses],
        ports: [Port[protocol](number, { ...(tlsPort !== undefined && { targetPort: tlsPort }) })],
        tls: tlsPort === undefined ? ExternalTls.byApplication() : ExternalTls.byProxy(),
      }),
  );
  calls.forEach(({ caller, callee, isExternal, port, methods, paths, streaming, timeout, retries }, at) => {
    const to: ICallee = isExternal ? outside[callee]! : microservices[callee]!;
    microservices[caller]!.calls(to, {
      port: isExternal ? externals[callee]!.number : services[callee]!.ports[port]!.number,
      addressEnv: `ADDRESS_${at}`,
      streaming,
      operation: { methods: [...methods], paths: [...paths] },
      ...(timeout !== undefined && { timeout: Duration.millis(timeout) }),
      ...(retries > 0 && { idempotent: true, retries: Retries.upTo(retries) }),
    });
  });
  services.forEach(({ ports }, at) => {
    for (const { number, exposed } of ports)
      if (exposed) microservices[at]!.expose({ port: number, host: `s${at}-${number}.example.com`, public: true });
  });
  return app;
}
