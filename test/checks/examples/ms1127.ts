import { Cpu } from 'cdk8s-plus-27';
import { ApplicationStack, ClusterFacts, KubernetesVersion, Microservice, Platform } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const platform = new Platform({ cluster: new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.34') }) });
  const depot = new ApplicationStack(app, 'depot', { platform });
  const pod = { cpu: { request: Cpu.millis(50) } };
  new Microservice(depot, 'cart', { image: 'cart:1.4.2', resources: { pod } });
}

export function passing({ app }: Start): void {
  const platform = new Platform({ cluster: new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.34') }) });
  const depot = new ApplicationStack(app, 'depot', { platform });
  const pod = { cpu: { request: Cpu.millis(500) } };
  new Microservice(depot, 'cart', { image: 'cart:1.4.2', resources: { pod } });
}
