import { FunctionWorkload, NetworkHole } from '../../../program';
import { NetworkPeer } from '../../../values';
import { protocolName } from './container';
import { QUEUE_METRICS_PORT, QUEUE_PORTS } from './defaults';
import type { KnativeFacts } from './facts';

/**
 * Network rules of the pods: the gateway and the activator, for any caller, and the autoscaler, which scrapes request
 * counts.
 */
export function knativeIngress(
  { ports }: Pick<FunctionWorkload, 'ports'>,
  { namespace, ingress }: Pick<KnativeFacts, 'namespace' | 'ingress'>,
): NetworkHole[] {
  const { namespace: gateways, labels } = ingress._facts;
  const ofKnative = (app: string) => NetworkPeer.pods({ namespace, labels: { app } });
  const served = [...new Set(ports.map(({ protocol }) => QUEUE_PORTS[protocolName(protocol)]))];
  return [
    { peers: [NetworkPeer.pods({ namespace: gateways, labels }), ofKnative('activator')], ports: served },
    { peers: [ofKnative('autoscaler')], ports: [QUEUE_METRICS_PORT] },
  ];
}
