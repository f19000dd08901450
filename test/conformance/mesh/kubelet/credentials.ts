import { complaintsOf, KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { ConformanceError } from '../../errors';
import { until } from '../../processes';

/**
 * The token by which a Pod's sidecar shows istiod its service account.
 *
 * @throws ConformanceError when the API server gives none
 */
export async function tokenOf(client: KubernetesClient, { metadata, spec }: KubernetesObject): Promise<string> {
  const boundObjectRef = { apiVersion: 'v1', kind: 'Pod', name: metadata.name, uid: metadata.uid };
  const answer = await client.request(
    'POST',
    `/api/v1/namespaces/${metadata.namespace}/serviceaccounts/${spec.serviceAccountName}/token`,
    {
      body: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { audiences: ['istio-ca'], boundObjectRef },
      },
    },
  );
  if (answer.status >= 300)
    throw new ConformanceError(`Pod ${metadata.name} gets no token: ${complaintsOf(answer).join('; ')}`);
  return answer.body.status.token;
}

/**
 * The certificate by which a Pod's sidecar knows istiod, which istiod puts into every namespace.
 *
 * @throws ConformanceError when it is not there in time
 */
export async function rootCertificateOf(client: KubernetesClient, { metadata }: KubernetesObject): Promise<string> {
  let certificate = '';
  const read = async (): Promise<boolean> => {
    const { body } = await client.request(
      'GET',
      `/api/v1/namespaces/${metadata.namespace}/configmaps/istio-ca-root-cert`,
    );
    certificate = body.data?.['root-cert.pem'] ?? '';
    return certificate !== '';
  };
  await until(read, 10).catch(() => {
    throw new ConformanceError(`istiod has not put its root certificate into the namespace ${metadata.namespace}`);
  });
  return certificate;
}
