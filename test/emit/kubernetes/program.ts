import { ApiObject, Testing } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ApplicationStack, ApplicationStackProps } from '../../../lib/api/application-stack';
import { Finding, lastFindings, unusedAcknowledgements } from '../../../lib/errors';
import { Microservice } from '../../../lib/api/workload/microservice';
import type { MicroserviceProps } from '../../../lib/api/workload/microservice-props';
import { ClusterFacts, KubernetesVersion } from '../../../lib/values';
import { Platform } from '../../../lib/platform';
import type { Kinds } from '../../support/kinds';
import type { Parsed } from '../../support/manifests';

type Deployment = Parsed<Kinds['Deployment']>;
type Pod = Deployment['spec']['template']['spec'];
type Container = Pod['containers'][number];

/** An application stack named shop, alone in its app. */
export function shop(props: ApplicationStackProps = {}): ApplicationStack {
  return new ApplicationStack(Testing.app(), 'shop', props);
}

/** A stack named shop on a cluster of a Kubernetes version. */
export function shopOn(version: string): ApplicationStack {
  return shop({
    platform: new Platform({ cluster: new ClusterFacts({ kubernetesVersion: KubernetesVersion.of(version) }) }),
  });
}

/** A microservice named cart, in a stack of its own where none is given. */
export function cart(props: Partial<MicroserviceProps> = {}, stack: ApplicationStack = shop()): Microservice {
  return new Microservice(stack, 'cart', { image: 'ghcr.io/acme/cart:1.4.2', ...props });
}

/** An object as it would be written. */
export function rendered<K extends keyof Kinds>(kind: K, object: ApiObject | undefined): Parsed<Kinds[K]> {
  if (object?.kind !== kind) throw new Error(`expected a ${kind}, there is ${object?.kind ?? 'none'}`);
  return object.toJson() as Parsed<Kinds[K]>;
}

/** The objects of a kind below a construct, as they would be written. */
export function renderedAll<K extends keyof Kinds>(kind: K, scope: IConstruct): Parsed<Kinds[K]>[] {
  const objects = scope.node
    .findAll()
    .filter((construct) => ApiObject.isApiObject(construct) && construct.kind === kind) as ApiObject[];
  return objects.map((object) => object.toJson() as Parsed<Kinds[K]>);
}

export function deploymentOf(microservice: Microservice): Deployment {
  return rendered('Deployment', microservice.workload);
}

export function podOf(microservice: Microservice): Pod {
  return deploymentOf(microservice).spec.template.spec;
}

/** A container of a microservice by its name, wherever it stands in the pod; the main one where none is given. */
export function containerOf(microservice: Microservice, name: string = microservice.name): Container {
  const { initContainers = [], containers } = podOf(microservice) as {
    initContainers?: Pod['initContainers'];
    containers: Pod['containers'];
  };
  return [...initContainers, ...containers].find((container) => container.name === name)!;
}

/** The variables of a container in their order, literals as their values. */
export function environmentOf(microservice: Microservice, name: string = microservice.name): [string, unknown][] {
  return (containerOf(microservice, name).env ?? []).map((variable) => [
    variable.name,
    variable.value ?? variable.valueFrom,
  ]);
}

/** What the checks of a whole program find, in the order of the tree; acknowledgements that nothing used come last. */
export function findingsOf(scope: IConstruct): Finding[] {
  const all = scope.node.root.node.findAll();
  for (const construct of all) construct.node.validate();
  return [...all.flatMap((construct) => [...lastFindings(construct)]), ...all.flatMap(unusedAcknowledgements)];
}

/** The codes of what the checks of a whole program find. */
export function codesOf(scope: IConstruct): string[] {
  return findingsOf(scope).map(({ code }) => code);
}
