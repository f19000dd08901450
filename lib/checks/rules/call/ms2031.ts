import { Rule, Severity } from '../../../errors';
import { type HostFacts, type InClusterHost, inClusterHost } from './in-cluster-host';

/** An external service is outside of the cluster. */
export const MS2031: Rule<HostFacts> = {
  code: 'MS2031',
  title: 'an external service is inside the cluster',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The host is the name of a Service of the cluster. Network policies let callers out to public addresses or to ' +
    'the stated ranges, and see the pods behind a Service, not its address: the call would be refused. In a mesh, ' +
    'the host would be known twice. Pass the construct where this app states the workload; state a ' +
    '`MicroserviceReference` otherwise, with `podLabels` where no program of this library states it. Acknowledge it ' +
    'for a Service of type ExternalName, which leads out of the cluster.',
  reads: 'external service, workloads and Services of one app, domain of the cluster',

  evaluate: (facts) => {
    const {
      endpoint: { name, external },
      serviceAt,
    } = facts;
    const service = inClusterHost(external!.host, external!.namespace, facts);
    if (service === undefined) return [];
    return [
      {
        message: `${name} is a Service of the cluster`,
        given: `host was '${external!.host}', which is ${service.name} in the namespace ${service.namespace}`,
        allowed: 'hosts outside of the cluster',
        fix: remedyOf(service, serviceAt(service.namespace, service.name)?.workload),
      },
    ];
  },
};

function remedyOf({ name, namespace }: InClusterHost, path: string | undefined): string {
  if (path !== undefined) return `call ${path} itself: pass its construct to calls`;
  if (name === 'kubernetes' && namespace === 'default') return 'state callsKubernetesApi() at the caller';
  return (
    `call new MicroserviceReference({ name: '${name}', namespace: '${namespace}', ports: […], podLabels: {…} }), ` +
    `with ` +
    'the labels that its pods have'
  );
}
