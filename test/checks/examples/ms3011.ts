import { ApiObject } from 'cdk8s';
import type { Start } from '../example';

const securityContext = {
  runAsNonRoot: true,
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};
const redis = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'redis' },
  spec: {
    serviceName: 'redis',
    selector: { matchLabels: { app: 'redis' } },
    template: {
      metadata: { labels: { app: 'redis' } },
      spec: { containers: [{ name: 'redis', image: 'redis:8.2.1', securityContext }] },
    },
  },
};

export function failing({ shop }: Start): void {
  new ApiObject(shop, 'redis', redis);
}

export function passing({ shop }: Start): void {
  new ApiObject(shop, 'redis', redis);
  new ApiObject(shop, 'redis-traffic', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'redis' },
    spec: { podSelector: { matchLabels: { app: 'redis' } }, policyTypes: ['Ingress'] },
  });
}
