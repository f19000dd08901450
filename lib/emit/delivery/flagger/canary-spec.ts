import { DelegatedRoutePolicy, DeploymentWorkload, requestPorts, startOf, WorkloadRef } from '../../../program';
import { Port } from '../../../values';
import { analysisOf } from './analysis';
import { trafficPolicy } from './traffic-policy';
import type { AutoscalerReference, CanaryService, CanarySpec } from './types';

/** Spec of a Canary. */
export function canarySpec(facts: DeploymentWorkload, scaler: WorkloadRef, gate: string | undefined): CanarySpec {
  const { delegatedRoutePolicy } = facts.mesh;
  return {
    ...(delegatedRoutePolicy !== undefined && { provider: delegatedRoutePolicy.provider }),
    targetRef: { ...facts.object },
    autoscalerRef: autoscalerRef(scaler),
    progressDeadlineSeconds: startOf(facts).progressDeadline,
    service: service(facts, delegatedRoutePolicy),
    analysis: analysisOf(facts, gate),
  };
}

/** The port that routes lead to: the first that speaks of requests and is not for scrapers. */
export function routedPort({ ports }: Pick<DeploymentWorkload, 'ports'>): Port | undefined {
  return requestPorts(ports)[0];
}

function autoscalerRef({ apiVersion, kind, name }: WorkloadRef): AutoscalerReference {
  // Flagger would else write `<name>-primary` wherever a query holds the name: a load is that of both versions, and
  // hosts would be none.
  return { apiVersion, kind, name, ...(kind === 'ScaledObject' && { primaryScalerQueries: {} }) };
}

function service(facts: DeploymentWorkload, delegatedRoutePolicy: DelegatedRoutePolicy | undefined): CanaryService {
  const port = routedPort(facts)!;
  // By its labels, monitors find the pods of each version, and none twice.
  const { podSelector } = facts;
  return {
    port: port.number,
    portName: port.name,
    targetPort: port.targetPort,
    ...(port.protocol.appProtocol !== undefined && { appProtocol: port.protocol.appProtocol }),
    ...(facts.ports.length > 1 && { portDiscovery: true }),
    ...(facts.scraped.some(({ mutualTls }) => mutualTls) && {
      primary: { labels: { ...podSelector } },
      canary: { labels: { ...podSelector } },
    }),
    ...(delegatedRoutePolicy !== undefined && {
      ...(delegatedRoutePolicy.gateways.length > 0 && { gateways: [...delegatedRoutePolicy.gateways] }),
      ...(delegatedRoutePolicy.hosts.length > 0 && { hosts: [...delegatedRoutePolicy.hosts] }),
      ...delegatedRoutePolicy.fields,
      trafficPolicy: trafficPolicy(delegatedRoutePolicy.trafficPolicy),
    }),
  };
}
