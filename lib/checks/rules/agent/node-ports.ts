import type { DeploymentWorkload } from '../../../program';

/** A port of the nodes that pods run on. */
export interface NodePort {
  /** Number and transport, such as `8125/UDP`. */
  readonly text: string;
  /** Name of the port of the container. */
  readonly name: string;
}

/** Ports of a node that a pod takes: those that are stated, and in the network of the node all of its own. */
export function nodePorts({ ports, perNode }: Pick<DeploymentWorkload, 'ports' | 'perNode'>): NodePort[] {
  const inHostNetwork = perNode?.hostNetwork === true;
  const all = ports.flatMap(({ name, hostPort, targetPort, protocol }) => {
    const number = inHostNetwork ? targetPort : hostPort;
    return number === undefined ? [] : [{ name, text: `${number}/${protocol.transport}` }];
  });
  // Several ports of the Service lead to one of the container.
  return inHostNetwork ? [...new Map(all.map((port) => [port.text, port])).values()] : all;
}
