import { PodContribution, NetworkPeer, MicroserviceFacts, Propagator, TracingFacts } from '../../model';

/** What spans are sent by. */
export enum OtlpProtocol {
  GRPC = 'grpc',
  HTTP_PROTOBUF = 'http/protobuf',
}

/** Where spans are collected. */
export interface OtlpCollectorProps {
  /** Name of the collector's Service. */
  readonly service: string;

  /** Namespace that it is in. */
  readonly namespace: string;

  /** Labels of its pods. */
  readonly labels: { [key: string]: string };

  /**
   * What spans are sent by.
   *
   * @default OtlpProtocol.GRPC
   */
  readonly protocol?: OtlpProtocol;

  /**
   * The port of the Service and of its pods.
   *
   * @default - 4317 for gRPC, 4318 for HTTP
   */
  readonly port?: number;
}

/** How a platform traces requests. */
export interface TracingProps {
  /** Where spans go. */
  readonly collector: OtlpCollectorProps;

  /**
   * Percent of the requests that are traced, decided where they enter and followed by all: 0 to 100.
   *
   * @default 5
   */
  readonly samplingPercentage?: number;

  /**
   * How the context travels with requests.
   *
   * @default - Propagator.TRACE_CONTEXT and Propagator.BAGGAGE
   */
  readonly propagators?: Propagator[];

  /**
   * Name of the mesh's extension provider that reports spans of proxies to the collector.
   *
   * @default - proxies report none
   */
  readonly meshProvider?: string;

  /**
   * Whether the OpenTelemetry operator runs on the platform.
   *
   * @default false
   */
  readonly operator?: boolean;
}

const DEFAULT_SAMPLING_PERCENTAGE = 5;

/** How a platform traces requests: one decision for proxies and SDKs. */
export class Tracing {
  /** @internal */
  public readonly _facts: TracingFacts;

  public constructor(props: TracingProps) {
    const { collector, samplingPercentage = DEFAULT_SAMPLING_PERCENTAGE, propagators = [Propagator.TRACE_CONTEXT, Propagator.BAGGAGE], meshProvider, operator = false } = props;
    const protocol = collector.protocol ?? OtlpProtocol.GRPC;
    this._facts = {
      samplingPercentage, propagators: [...propagators], operator,
      collector: { service: collector.service, namespace: collector.namespace, labels: { ...collector.labels }, protocol, port: collector.port ?? (protocol === OtlpProtocol.GRPC ? 4317 : 4318) },
      ...(meshProvider !== undefined && { meshProvider }),
    };
  }

  /**
   * What is added to the pods.
   *
   * @internal
   */
  public _contribution(_facts: MicroserviceFacts): PodContribution {
    const { collector } = this._facts;
    return {
      podAnnotations: {}, podLabels: {}, variables: [], ingress: [],
      egress: [{ peers: [NetworkPeer.pods({ namespace: collector.namespace, labels: { ...collector.labels } })], ports: [collector.port] }],
    };
  }
}
