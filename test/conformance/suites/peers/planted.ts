import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { PlantedDefect } from '../../suite';
import type { PeerName } from './peer';

const SECURE = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true };

/** Deployments that no peer may let pass. */
export const PLANTED: readonly KubernetesObject[] = [
  deployment('privileged', { ...SECURE, allowPrivilegeEscalation: true, privileged: true }),
  deployment('careless'),
];

/** Message that each peer must report. */
export const DEFECTS: readonly (PlantedDefect & { readonly peer: PeerName })[] = [
  {
    peer: 'kube-score',
    name: 'a privileged container',
    object: 'Deployment planted/privileged',
    message: /^kube-score container-security-context-privileged: .*privileged/,
  },
  {
    peer: 'checkov',
    name: 'a privileged container',
    object: 'Deployment planted/privileged',
    message: /^checkov CKV_K8S_16: .*privileged/,
  },
  {
    peer: 'trivy',
    name: 'a privileged container',
    object: 'Deployment planted/privileged',
    message: /^trivy KSV017: .*privileged/,
  },
  {
    peer: 'kube-score',
    name: 'no security context',
    object: 'Deployment planted/careless',
    message: /^kube-score container-security-context-readonlyrootfilesystem: /,
  },
  {
    peer: 'checkov',
    name: 'no security context',
    object: 'Deployment planted/careless',
    message: /^checkov CKV_K8S_30: .*security context/i,
  },
  {
    peer: 'trivy',
    name: 'no security context',
    object: 'Deployment planted/careless',
    message: /^trivy KSV014: .*readOnlyRootFilesystem/,
  },
];

function deployment(name: string, securityContext?: object): KubernetesObject {
  const labels = { 'app.kubernetes.io/name': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'planted' },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name, image: `registry.example.com/${name}:v1`, securityContext }] },
      },
    },
  };
}
