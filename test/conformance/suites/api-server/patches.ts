import { ApiObject, Duration } from 'cdk8s';
import { App, ApplicationStack, Finding, Microservice, Port } from '../../../../lib';
import { isError } from '../../../../lib/errors';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';

/** A patch of a microservice, in a namespace that enforces Pod Security `restricted`. */
export interface Patch {
  readonly name: string;
  readonly patch: (cart: Microservice) => void;
}

/** The objects of a patched program, and the errors that it is told. */
export interface Patched {
  readonly objects: readonly LocatedObject[];
  readonly errors: readonly Finding[];
}

/** Patches that the API server refuses. */
export const REFUSED: readonly Patch[] = [
  inPod('hostPath', { volumes: [{ name: 'node', hostPath: { path: '/' } }] }),
  inPod('a volume of NFS', { volumes: [{ name: 'nfs', nfs: { server: 'files.example.com', path: '/' } }] }),
  inPod('hostPID', { hostPID: true }),
  inPod('runAsNonRoot: null', { securityContext: { runAsNonRoot: null } }),
  inPod('seccompProfile: null', { securityContext: { seccompProfile: null } }),
  inPod('a sysctl', { securityContext: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } }),
  inPod('a user of SELinux', { securityContext: { seLinuxOptions: { user: 'system_u' } } }),
  inPod('a grace period below the pause', { terminationGracePeriodSeconds: 5 }),
  inContainer('hostPort', { ports: [{ containerPort: 8080, hostPort: 8080 }] }),
  inContainer('capabilities: null', { securityContext: { capabilities: null } }),
  inContainer('an added capability', { securityContext: { capabilities: { add: ['NET_RAW'] } } }),
  inContainer('allowPrivilegeEscalation', { securityContext: { allowPrivilegeEscalation: true } }),
  inContainer('user 0', { securityContext: { runAsUser: 0 } }),
  inContainer('an unconfined profile', { securityContext: { seccompProfile: { type: 'Unconfined' } } }),
  inContainer('procMount', { securityContext: { procMount: 'Unmasked' } }),
  inContainer('an unconfined AppArmor', { securityContext: { appArmorProfile: { type: 'Unconfined' } } }),
  {
    name: 'a deadline below the time that pods have to be ready',
    patch: (cart) => cart.patch({ spec: { progressDeadlineSeconds: 4 } }),
  },
];

/** Patches that the API server takes. */
export const TAKEN: readonly Patch[] = [
  { name: 'no patch', patch: () => undefined },
  inPod('host aliases', { hostAliases: [{ ip: '10.0.0.1', hostnames: ['files'] }] }),
  inPod('a longer grace period', { terminationGracePeriodSeconds: 90 }),
  inPod('a volume', { volumes: [{ name: 'work', emptyDir: {} }] }),
  inContainer('another port', { ports: [{ containerPort: 9999, name: 'debug' }] }),
  inContainer('the one capability that may be added', {
    securityContext: { capabilities: { add: ['NET_BIND_SERVICE'] } },
  }),
  { name: 'history', patch: (cart) => cart.patch({ spec: { revisionHistoryLimit: 3 } }) },
];

/** What a program gives with a patch: its objects, which nothing writes while an error stands, and its errors. */
export function patched({ patch }: Patch): Patched {
  const app = new App();
  const stack = new ApplicationStack(app, 'patched');
  const cart = new Microservice(stack, 'cart', {
    image: 'ghcr.io/acme/cart:1.4.2',
    ports: [Port.http(80, { targetPort: 8080 })],
    lifecycle: { longestRequest: Duration.seconds(30) },
  });
  patch(cart);
  const objects = stack.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
  return {
    objects: objects.map((object) => ({
      manifest: object.toJson() as KubernetesObject,
      file: 'patched.yaml',
      line: 1,
    })),
    errors: app.validate().filter(isError),
  };
}

function inPod(name: string, spec: object): Patch {
  return { name, patch: (cart) => cart.patch({ spec: { template: { spec } } }) };
}

function inContainer(name: string, fields: object): Patch {
  return { name, patch: (cart) => cart.patchContainer('cart', fields) };
}
