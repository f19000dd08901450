import type { ApiObjectProps, App as Cdk8sApp } from 'cdk8s';
import type * as library from '../../lib';

/** The library that a program uses: of the working tree, or of another commit. */
export type Library = typeof library;

/** Programs of a number of services. They find their packages where the library that they are given lies. */
export const PROGRAMS = { services: declareServices, objects: declareObjects, plain: declarePlain };

/** Name of a program. */
export type ProgramName = keyof typeof PROGRAMS;

/** Packages of a run. */
export interface Packages {
  readonly library: Library;
  readonly cdk8s: typeof import('cdk8s');
  readonly kplus: typeof import('cdk8s-plus-27');
}

/** One stack a service, each with everything from Deployment to PodDisruptionBudget, and a call to the one before. */
function declareServices({ library }: Packages, app: Cdk8sApp, services: number, first = 0): void {
  const { ApplicationStack, Microservice, Platform, Port, Probe, Scaling } = library;
  const platform = new Platform({ defaults: { metadata: { labels: { team: 'bench' } } } });
  let previous: library.Microservice | undefined;
  for (let index = first; index < first + services; index++) {
    const stack = new ApplicationStack(app, `stack-${index}`, { platform, namespace: 'bench', existing: true });
    const service = new Microservice(stack, `service-${index}`, {
      image: `registry.example/service-${index}:1.0.0`,
      ports: [Port.http(80, { targetPort: 8080 })],
      env: { LOG_LEVEL: 'info', INDEX: String(index) },
      probes: { readiness: Probe.http('/ready') },
      scaling: Scaling.onCpu({ min: 2, max: 10 }),
    });
    if (previous !== undefined) service.calls(previous, { addressEnv: 'UPSTREAM_ADDR' });
    previous = service;
  }
}

/** The same objects without the library: what any cdk8s program can state. */
function declareObjects(packages: Packages, app: Cdk8sApp, services: number): void {
  const { ApiObject, App, Chart } = packages.cdk8s;
  const rendered = new App();
  declareServices(packages, rendered, services);
  for (const stack of rendered.node.children) {
    const chart = new Chart(app, stack.node.id);
    const objects = stack.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
    for (const [index, object] of objects.entries())
      new ApiObject(chart, String(index), object.toJson() as ApiObjectProps);
  }
}

/** One chart a service of cdk8s-plus-27: Deployment, Service, ServiceAccount, NetworkPolicy, and autoscaler. */
function declarePlain({ cdk8s, kplus }: Packages, app: Cdk8sApp, services: number): void {
  for (let index = 0; index < services; index++) {
    const chart = new cdk8s.Chart(app, `stack-${index}`, { namespace: 'bench', labels: { team: 'bench' } });
    const deployment = new kplus.Deployment(chart, `service-${index}`, {
      serviceAccount: new kplus.ServiceAccount(chart, 'account'),
      containers: [
        {
          image: `registry.example/service-${index}:1.0.0`,
          portNumber: 8080,
          envVariables: {
            LOG_LEVEL: kplus.EnvValue.fromValue('info'),
            INDEX: kplus.EnvValue.fromValue(String(index)),
            UPSTREAM_ADDR: kplus.EnvValue.fromValue(`service-${Math.max(0, index - 1)}:80`),
          },
          readiness: kplus.Probe.fromHttpGet('/ready'),
          resources: { cpu: { request: kplus.Cpu.millis(100) } },
        },
      ],
    });
    deployment.exposeViaService({ ports: [{ port: 80, targetPort: 8080 }] });
    new kplus.NetworkPolicy(chart, 'policy', {
      selector: deployment,
      ingress: { default: kplus.NetworkPolicyTrafficDefault.DENY },
    });
    new kplus.HorizontalPodAutoscaler(chart, 'autoscaler', {
      target: deployment,
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
    });
  }
}
