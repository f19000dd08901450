import type { Kinds } from '../../support/kinds';
import { all, find, ManifestObject, Parsed, workloadsOf } from '../../support/manifests';
import type { Fact, Facts } from './upstream';

type Pod = Parsed<Kinds['Deployment']>['spec']['template']['spec'];
type Container = Pod['containers'][number];

/** What the synthesized manifests state of a workload, in the shape of the facts of upstream. */
export function factsOf(manifests: readonly ManifestObject[], name: string): Facts {
  const {
    spec: { selector, template },
  } = workloadsOf(manifests).find(({ metadata }) => metadata.name === name)!;
  const pod = template.spec;
  const [main] = pod.containers;
  expect(pod.containers).toHaveLength(1);
  const service = all(manifests, 'Service').find(({ metadata }) => metadata.name === name);
  return stated({
    ...factsOfContainer(main!),
    container: main!.name,
    serviceAccount: find(manifests, 'ServiceAccount', pod.serviceAccountName).metadata.name,
    selector: selector.matchLabels,
    podAnnotations: template.metadata.annotations,
    podSecurity: pod.securityContext,
    ports:
      service?.spec.ports &&
      byName(service.spec.ports, ({ port, targetPort, protocol, name: portName }) => ({
        port,
        targetPort,
        protocol,
        containerPort: main!.ports.find((each) => each.name === portName)?.containerPort,
      })),
    readiness: main!.readinessProbe,
    liveness: main!.livenessProbe,
    startup:
      main!.startupProbe &&
      `until ${(main!.startupProbe.failureThreshold - 1) * main!.startupProbe.periodSeconds} s after the start`,
    resources: main!.resources,
    volumes:
      pod.volumes &&
      byName(pod.volumes, (volume) => ({
        kind: Object.keys(volume).find((key) => key !== 'name'),
        sizeLimit: volume.emptyDir.sizeLimit,
        mountedAt: [main!, ...(pod.initContainers ?? [])]
          .flatMap(({ volumeMounts }) => volumeMounts)
          .find((mount) => mount.name === volume.name)?.mountPath,
      })),
    initContainers:
      pod.initContainers &&
      byName(pod.initContainers, (container) => ({ ...factsOfContainer(container), resources: container.resources })),
    restartPolicy: pod.restartPolicy,
    gracePeriod: pod.terminationGracePeriodSeconds,
    tokenMounted: pod.automountServiceAccountToken,
  });
}

function factsOfContainer({ image, env, securityContext }: Container): object {
  return {
    image: withoutMirror(image),
    env: env && Object.fromEntries(env.map(({ name, value }) => [name, value])),
    containerSecurity: securityContext,
  };
}

/** What the platform of staging pulls through its cache, as upstream writes it. */
function withoutMirror(image: string): string {
  return image
    .replace('registry.example.com/google/', 'us-central1-docker.pkg.dev/')
    .replace('registry.example.com/docker-hub/library/', '');
}

function byName<T extends { readonly name: string }>(list: readonly T[], facts: (each: T) => object): object {
  return Object.fromEntries(list.map((each) => [each.name, facts(each)]));
}

/** Without what is undefined. */
function stated(facts: object): Facts {
  return JSON.parse(JSON.stringify(facts)) as Facts;
}

/** Every fact on its own, by its path; a list is one fact. */
export function flatten(facts: Fact, path = ''): Map<string, string> {
  if (typeof facts !== 'object' || Array.isArray(facts)) return new Map([[path, JSON.stringify(facts)]]);
  return new Map(
    Object.entries(facts).flatMap(([key, value]) => [...flatten(value, path === '' ? key : `${path}.${key}`)]),
  );
}
