import { ApiObject, ApiObjectProps, App as Cdk8sApp, Chart } from 'cdk8s';
import { ApplicationStack, Microservice, Platform, Port, Probe, Scaling } from '../../lib';

/**
 * One stack a service, each with everything from Deployment to PodDisruptionBudget, and a call to the one before it.
 */
export function declareServices(app: Cdk8sApp, services: number): void {
  const platform = new Platform({ defaults: { metadata: { labels: { team: 'bench' } } } });
  let previous: Microservice | undefined;
  for (let index = 0; index < services; index++) {
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

/** The same objects without the library: what any cdk8s program could state. */
export function declareObjects(app: Cdk8sApp, services: number): void {
  const rendered = new Cdk8sApp();
  declareServices(rendered, services);
  for (const stack of rendered.node.children) {
    const chart = new Chart(app, stack.node.id);
    const objects = stack.node
      .findAll()
      .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct));
    for (const [index, object] of objects.entries())
      new ApiObject(chart, String(index), object.toJson() as ApiObjectProps);
  }
}
