import { ENDPOINT, type ICallee, type ICaller } from '../caller-and-callee';
import { Endpoint, endpointId, headlessName } from '../../program';
import { Port } from '../../values';
import { judged } from '../../arguments';

/** Facts of a workload that is stated elsewhere, by this library or not. Both sides agree on them. */
export interface MicroserviceReferenceProps {
  /** Name of the workload, and of the Service by which callers reach it. */
  readonly name: string;

  /** Namespace that it runs in. */
  readonly namespace: string;

  /**
   * Ports that it serves, as it states them.
   *
   * @default - none: it only calls
   */
  readonly ports?: Port[];

  /**
   * Labels that all of its pods carry, for network policies; an empty map stands for every pod of its namespace.
   *
   * @default - its name as `app.kubernetes.io/name` and `app.kubernetes.io/instance`, as pods of this library have it
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * Service account that its pods run under, by which callees in a mesh know it.
   *
   * @default - its name
   */
  readonly serviceAccount?: string;

  /**
   * States that its pods are in the mesh of whom it calls or is called by. Where false, the ports that it calls take
   * plain text, and network policies alone tell it from other callers without an identity.
   *
   * @default true
   */
  readonly inMesh?: boolean;

  /**
   * Name of the cluster that it runs in.
   *
   * @default - the cluster of whom it calls or is called by
   */
  readonly cluster?: string;

  /**
   * Host name under which it is exposed to other clusters.
   *
   * @default - it is not exposed
   */
  readonly exposedHost?: string;

  /**
   * Ranges in CIDR notation that the exposed host's addresses are in.
   *
   * @default - the exposed host where it is an address; else not known: callers of other clusters may reach every
   * public address, and no private one
   */
  readonly exposedAddresses?: string[];

  /**
   * States that it scales to zero on requests: callers then reach the activator of their platform.
   *
   * @default false
   */
  readonly scalesToZero?: boolean;

  /**
   * Percent of its requests that succeed, as it promises: above 0 and below 100.
   *
   * @default - it promises nothing
   */
  readonly availability?: number;

  /**
   * Number of its replicas, where each has an address of its own, as those of a stateful service have.
   *
   * @default - its replicas share one address
   */
  readonly replicas?: number;
}

/**
 * A workload that is stated elsewhere: a microservice of another repository or application, or what an operator or a
 * chart makes.
 */
export class MicroserviceReference implements ICaller, ICallee {
  /** Name of the workload. */
  public readonly name: string;

  /** Namespace that it runs in. */
  public readonly namespace: string;

  /** @internal */
  public readonly [ENDPOINT]: Endpoint;

  public constructor(props: MicroserviceReferenceProps) {
    const {
      name,
      namespace,
      ports = [],
      podLabels,
      serviceAccount = name,
      inMesh = true,
      cluster,
      exposedHost,
      exposedAddresses = [],
      scalesToZero = false,
      availability,
      replicas,
    } = judged(this, 'MicroserviceReference', props);
    this.name = name;
    this.namespace = namespace;
    const exposures =
      exposedHost === undefined
        ? []
        : ports.map(({ number: port }) => ({
            port,
            host: exposedHost,
            addresses: [...exposedAddresses],
            allowedSources: [],
            public: true,
            annotations: {},
          }));
    this[ENDPOINT] = {
      id: endpointId(cluster ?? '', namespace, name),
      name,
      ports: [...ports],
      statedElsewhere: true,
      ...(availability !== undefined && { availability }),
      workload: {
        namespace,
        serviceAccount,
        exposures,
        ...(podLabels !== undefined && { podSelector: { ...podLabels } }),
        ...(!inMesh && { outsideMesh: true }),
        ...(cluster !== undefined && { cluster }),
        ...(scalesToZero && { scalesToZero }),
        ...(replicas !== undefined && { replicas: { service: headlessName(name), count: replicas } }),
      },
    };
  }
}
