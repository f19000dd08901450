import { ENDPOINT, type ICallee } from '../caller-and-callee';
import { Endpoint, endpointId } from '../../program';
import { FUNCTION, ownOf, Protocol } from '../../values';
import type { Functions } from '../../emit/serverless';
import { functionEndpoint, functionPort } from '../workload/serverless-function-definition';
import { judged } from '../../arguments';

/** Facts of a function that is stated elsewhere. */
export interface ServerlessFunctionReferenceProps {
  /** Name of the function. */
  readonly name: string;

  /** Namespace that it runs in. */
  readonly namespace: string;

  /** Provider that runs it: callers connect to its gateway. */
  readonly functions: Functions;

  /**
   * Protocol of its requests.
   *
   * @default Protocol.HTTP
   */
  readonly protocol?: Protocol;
}

/**
 * A function of the same cluster that is stated elsewhere: in another repository or application. Its half of a call is
 * empty, since it does not tell callers apart.
 */
export class ServerlessFunctionReference implements ICallee {
  /** Name of the function. */
  public readonly name: string;

  /** Namespace that it runs in. */
  public readonly namespace: string;

  /** @internal */
  public readonly [ENDPOINT]: Endpoint;

  public constructor(props: ServerlessFunctionReferenceProps) {
    const { name, namespace, functions, protocol = Protocol.HTTP } = judged(this, 'ServerlessFunctionReference', props);
    this.name = name;
    this.namespace = namespace;
    this[ENDPOINT] = {
      id: endpointId('', namespace, name),
      name,
      ports: [functionPort(protocol, FUNCTION.containerPort)],
      statedElsewhere: true,
      workload: { ...functionEndpoint(namespace, name, ownOf(functions)), exposures: [] },
    };
  }
}
