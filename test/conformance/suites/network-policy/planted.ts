import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import type { Context, Findings } from '../../suite';
import { answersFor } from './answers';
import { declaredIn } from './declared';
import { judgeConnections, judgeSides } from './judgement';

type Change = (policy: KubernetesObject) => KubernetesObject | undefined;

/** Shows that the suite finds what it is there to find. */
export async function planted({ findsPlanted, judge }: Context, folder: string): Promise<void> {
  const whole = (change: Change) => () => judged(change, folder, judgeConnections);
  const sides = (change: Change) => () => judged(change, folder, judgeSides);
  await judge(
    'without a defect',
    'web calls cart, cart calls store',
    whole((policy) => policy),
  );
  await findsPlanted(
    {
      name: 'two policies with one more peer',
      object: 'Deployment planted/store',
      message: /^Deployment planted\/web may call Deployment planted\/store on port 6379\/TCP, which nobody declared$/,
    },
    whole(adding({ web: ['egress', 'store'], store: ['ingress', 'web'] })),
  );
  await findsPlanted(
    {
      name: 'an egress policy with one more peer',
      object: 'Deployment planted/web',
      message: /^its egress policies let calls .* to Deployment planted\/store on port 6379\/TCP/,
    },
    sides(adding({ web: ['egress', 'store'] })),
  );
  await findsPlanted(
    {
      name: 'an ingress policy with one more peer',
      object: 'Deployment planted/store',
      message: /^its ingress policies let calls of Deployment planted\/web /,
    },
    sides(adding({ store: ['ingress', 'web'] })),
  );
  await findsPlanted(
    {
      name: 'an ingress policy without its rules',
      object: 'Deployment planted/store',
      message:
        /^Deployment planted\/cart may not call .* which is declared: the ingress policies of the callee refuse it$/,
    },
    whole(changing('store', { ingress: [] })),
  );
  await findsPlanted(
    {
      name: 'an egress policy without its rules',
      object: 'Deployment planted/cart',
      message: /^Deployment planted\/cart may not call the name server on port 53\/UDP, which is declared/,
    },
    whole(changing('cart', { egress: [] })),
  );
  await findsPlanted(
    {
      name: 'a way to every address',
      object: 'Deployment planted/web',
      message: /^Deployment planted\/web may call the address 198\.51\.100\.7 on port 443\/TCP, which nobody declared$/,
    },
    whole((policy) =>
      policy.metadata.name === 'web'
        ? {
            ...policy,
            spec: {
              ...policy.spec,
              egress: [
                ...policy.spec.egress,
                { to: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [{ port: 443, protocol: 'TCP' }] },
              ],
            },
          }
        : policy,
    ),
  );
  await findsPlanted(
    {
      name: 'no default-deny',
      object: 'Namespace planted',
      message: /^the address .* may call a pod that nothing states in namespace planted on port/,
    },
    whole((policy) => (policy.metadata.name === 'default-deny' ? undefined : policy)),
  );
}

async function judged(change: Change, folder: string, judge: typeof judgeConnections): Promise<Findings> {
  const manifests = [
    namespace(),
    ...workload('web', 80, 'cart:7070'),
    ...workload('cart', 7070, 'store.planted.svc.cluster.local:6379'),
    ...workload('store', 6379),
    ...policies().flatMap((policy) => change(policy) ?? []),
  ];
  const objects = manifests.map((manifest, index): LocatedObject => ({
    manifest,
    file: 'planted.yaml',
    line: index + 1,
  }));
  return judge(await answersFor(objects, folder), declaredIn(objects));
}

function changing(name: string, spec: object): Change {
  return (policy) => (policy.metadata.name === name ? { ...policy, spec: { ...policy.spec, ...spec } } : policy);
}

function adding(peers: Readonly<Record<string, readonly ['ingress' | 'egress', string]>>): Change {
  return (policy) => {
    const added = peers[policy.metadata.name];
    if (added === undefined) return policy;
    const [direction, name] = added;
    return {
      ...policy,
      spec: {
        ...policy.spec,
        [direction]: [...policy.spec[direction], { [direction === 'ingress' ? 'from' : 'to']: [pods(name)] }],
      },
    };
  };
}

function namespace(): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'planted' } };
}

function workload(name: string, port: number, calls?: string): KubernetesObject[] {
  const env = calls === undefined ? [] : [{ name: 'ADDRESS', value: calls }];
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata(name),
      spec: { selector: { app: name }, ports: [{ port }] },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadata(name),
      spec: {
        template: {
          metadata: { labels: { app: name } },
          spec: { containers: [{ name, env, ports: [{ containerPort: port }] }] },
        },
      },
    },
  ];
}

function policies(): KubernetesObject[] {
  const dns = {
    to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
    ports: [
      { port: 53, protocol: 'TCP' },
      { port: 53, protocol: 'UDP' },
    ],
  };
  const tcp = (port: number): object[] => [{ port, protocol: 'TCP' }];
  return [
    policy('default-deny', {}, [], []),
    policy('web', { matchLabels: { app: 'web' } }, [], [dns, { to: [pods('cart')], ports: tcp(7070) }]),
    policy(
      'cart',
      { matchLabels: { app: 'cart' } },
      [{ from: [pods('web')], ports: tcp(7070) }],
      [dns, { to: [pods('store')], ports: tcp(6379) }],
    ),
    policy('store', { matchLabels: { app: 'store' } }, [{ from: [pods('cart')], ports: tcp(6379) }], [dns]),
  ];
}

function policy(
  name: string,
  podSelector: object,
  ingress: readonly object[],
  egress: readonly object[],
): KubernetesObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadata(name),
    spec: { podSelector, policyTypes: ['Ingress', 'Egress'], ingress, egress },
  };
}

function pods(name: string): object {
  return { podSelector: { matchLabels: { app: name } } };
}

function metadata(name: string): KubernetesObject['metadata'] {
  return { name, namespace: 'planted' };
}
