import {
  boundsDisruptions,
  DeploymentWorkload,
  evictable,
  scalesOnMemory,
  Workload,
  WorkloadKind,
} from '../../../program';
import { ContainerRole, Port, ScalingMetricKind } from '../../../values';
import { selectorLabels } from '../labels';
import { templateIn } from '../template';
import type { FollowedField, Json } from './followed-field';
import { identityFields, keptPorts, kindField, valuesOf } from './identity';

/** Fields of the object that runs the pods that policies, autoscalers, budgets, monitors and alerts follow from. */
export function followedOfWorkload(facts: Workload): FollowedField[] {
  return [
    ...ofObject,
    ...ofIdentity(facts),
    ...ofMesh(facts),
    ...ofMainContainer(facts),
    ...ofNetwork(facts),
    ...(facts.kind === WorkloadKind.DEPLOYMENT ? [...ofReplicas(facts), ...ofResources(facts)] : []),
  ];
}

const ofObject: readonly FollowedField[] = [
  kindField(
    'the autoscaler, the delivery and alerts',
    'leave it out; a construct of its own is needed for another kind of workload',
  ),
  ...identityFields('the autoscaler, the delivery and alerts'),
];

const template = (object: Json): Json => templateIn(object) ?? {};
const pod = (object: Json): Json => template(object)['spec'] ?? {};

function ofIdentity({ name, podSelector, mesh, telemetry }: Workload): FollowedField[] {
  const selecting = Object.keys({ ...selectorLabels(name), ...podSelector });
  const all = [...selecting, ...Object.keys(mesh.podLabels), ...Object.keys(telemetry.podLabels)];
  return [
    {
      field: 'spec.template.metadata.labels',
      followers: 'Services, policies, budgets and monitors',
      fix: 'leave these labels out, and add others',
      value: (object) => [
        valuesOf(template(object)['metadata']?.labels as Json, all),
        valuesOf(object['spec']?.selector?.matchLabels as Json, selecting),
      ],
    },
    {
      field: 'spec.template.spec.serviceAccountName',
      followers: 'authorization policies of callees and the bindings of roles',
      fix: 'keep the account: bind roles by callsKubernetesApi(), and annotate it by metadata.annotations',
      value: (object) => (pod(object)['serviceAccountName'] ?? pod(object)['serviceAccount']) as unknown,
    },
  ];
}

/** Labels and annotations by which pods get a proxy: without it, nothing that the mesh was told holds for them. */
function ofMesh({ mesh: { membership = [] } }: Workload): FollowedField[] {
  return membership.map((key) => ({
    field: `${key} of the pods`,
    followers: 'policies and routes of the mesh',
    fix: 'leave it out: pods outside of the mesh are not reached by its policies',
    value: (object) => [
      template(object)['metadata']?.labels?.[key] as unknown,
      template(object)['metadata']?.annotations?.[key] as unknown,
    ],
  }));
}

function ofMainContainer(facts: Workload): FollowedField[] {
  const { name, ports } = facts.containers.find(({ role }) => role === ContainerRole.MAIN)!;
  const containers = (object: Json): Json[] => pod(object)['containers'] ?? [];
  // Its name is reported by itself.
  const main = (object: Json) => containers(object).find((each) => each['name'] === name) ?? containers(object)[0];
  return [
    {
      field: `the name of container ${name}`,
      followers: 'the autoscaler, agents and monitors',
      fix: 'leave it out: the main container has the name of the microservice',
      value: (object) => containers(object).some((each) => each['name'] === name),
    },
    ...(facts.kind === WorkloadKind.DEPLOYMENT && ports.length > 0
      ? [
          {
            field: `ports of container ${name}`,
            followers: 'Services, network policies, probes and monitors',
            fix: 'state the port in ports, with targetPort where the container listens on another',
            value: (object: Json) =>
              keptPorts(ports.map(asContainerPort), (main(object)?.['ports'] ?? []) as Json[], portText),
          },
        ]
      : []),
  ];
}

function asContainerPort({ name, targetPort, protocol }: Port): object {
  return { name, containerPort: targetPort, protocol: protocol.transport };
}

function portText({ name, containerPort, protocol }: Json): string {
  return `${name} ${containerPort}/${protocol ?? 'TCP'}`;
}

function ofNetwork({ settings }: Workload): FollowedField[] {
  const dns: FollowedField = {
    field: 'the resolvers of the pods',
    followers: 'network policies, which open the way to the DNS of the cluster alone,',
    fix: 'state dns in the facts of the cluster, as in ClusterDns.custom()',
    value: (object) => [
      ['ClusterFirst', undefined].includes(pod(object)['dnsPolicy'] as string | undefined)
        ? undefined
        : (pod(object)['dnsPolicy'] as unknown),
      pod(object)['dnsConfig']?.nameservers as unknown,
    ],
  };
  return [
    {
      field: 'spec.template.spec.hostNetwork',
      followers: 'network policies and the policies of a mesh, none of which holds in the network of the node,',
      fix: 'leave it out',
      value: (object) => pod(object)['hostNetwork'] === true,
    },
    ...(settings.values.networkPolicy ? [dns] : []),
  ];
}

/** The number of replicas, as far as another number follows from it. An autoscaler owns it otherwise. */
function ofReplicas({ settings, mesh, inbound, delivery, stateful, perNode }: DeploymentWorkload): FollowedField[] {
  const { scaling, disruptionBudget } = settings.values;
  if (scaling.autoscaled || perNode !== undefined) return [];
  const hasBudget = boundsDisruptions(disruptionBudget, scaling.max);
  const bounded = mesh.series !== undefined && inbound.length > 0;
  const follows = (replicas: number) => [
    hasBudget ? evictable(replicas, stateful !== undefined) : undefined,
    ...(bounded || delivery.candidate !== undefined ? [replicas] : []),
  ];
  return [
    {
      field: 'spec.replicas',
      followers: 'the disruption budget, limits of connections and candidates',
      fix: 'state scaling, as in Scaling.fixed()',
      value: ({ spec }) => (spec?.replicas === undefined ? undefined : follows(spec.replicas as number)),
    },
  ];
}

function ofResources({ name, settings, containers, monitoring }: DeploymentWorkload): FollowedField[] {
  const { scaling } = settings.values;
  const inPod = (object: Json): Json[] => pod(object)['containers'] ?? [];
  const onCpu = scaling.autoscaled && scaling.metrics.some(({ _kind: kind }) => kind === ScalingMetricKind.CPU);
  const needed = [...(onCpu ? ['cpu'] : []), ...(scalesOnMemory(scaling) ? ['memory'] : [])];
  const limited = containers.filter(({ role }) => role !== ContainerRole.INIT).map((each) => each.name);
  return [
    ...needed.map((resource) => ({
      field: `the ${resource} request of container ${name}`,
      followers: 'the percentages of the autoscaler',
      fix: `keep a request, and state it as resources.${resource}`,
      value: (object: Json) =>
        inPod(object).find((each) => each['name'] === name)?.['resources']?.requests?.[resource] !== undefined,
    })),
    ...(monitoring.evaluatesRules
      ? [
          {
            field: 'the CPU limits of containers',
            followers: 'alerts on throttling',
            fix: 'state them as resources.cpu of the container',
            value: (object: Json) =>
              inPod(object)
                .filter((each) => limited.includes(each['name'] as string) && each['resources']?.limits?.cpu)
                .map((each) => each['name'] as string)
                .sort(),
          },
        ]
      : []),
  ];
}
