import type { Construct } from 'constructs';
import { Manifest } from '../../kubernetes';
import {
  isCollector,
  mainContainerOf,
  NamespaceFacts,
  NetworkHole,
  NO_CONTRIBUTION,
  PodContribution,
  spanPort,
  tracingOf,
  Workload,
  WorkloadKind,
} from '../../../program';
import { NetworkPeer, Propagator, TracingFacts, keepOwn } from '../../../values';
import { propagatorsVariable, sdkVariables } from './environment';
import { protocolsOfStated } from './protocol';
import { injectionAnnotations, INSTRUMENTATION_NAME, instrumentationSpec } from './instrumentation';
import { judged } from '../../../arguments';

/** Protocol of the spans. */
export enum OtlpProtocol {
  /** gRPC, on port 4317 unless another is stated. */
  GRPC = 'grpc',

  /** Protocol buffers over HTTP, on port 4318 unless another is stated. */
  HTTP_PROTOBUF = 'http/protobuf',
}

/** Collector of spans. */
export interface OtlpCollectorProps {
  /** Name of the collector's Service. */
  readonly service: string;

  /** Namespace that it is in. */
  readonly namespace: string;

  /** Labels of its pods. */
  readonly labels: { [key: string]: string };

  /**
   * Protocol of the spans.
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

/** Tracing of a platform's requests. */
export interface TracingProps {
  /** Collector of spans. */
  readonly collector: OtlpCollectorProps;

  /**
   * Percent of the requests that are traced, decided where they enter and followed by all: 0 to 100, in steps of 0.01.
   *
   * @default 5
   */
  readonly samplingPercentage?: number;

  /**
   * Propagation of the trace context.
   *
   * @default - Propagator.TRACE_CONTEXT and Propagator.BAGGAGE
   */
  readonly propagators?: Propagator[];

  /**
   * True when applications propagate the context of the requests that they take, as SDKs do.
   *
   * With true, proxies follow the context, and trace every request that an application makes without one. With false,
   * proxies decide anew for each such request, and traces end at the next microservice.
   *
   * @default true
   */
  readonly applicationsPropagate?: boolean;

  /**
   * Name of the mesh's extension provider that reports spans of proxies to the collector.
   *
   * Its kind is `opentelemetry`, whose propagator is `Propagator.TRACE_CONTEXT`.
   *
   * @default - proxies report none
   */
  readonly meshProvider?: string;

  /**
   * True when the OpenTelemetry operator, 0.150 or newer, runs on the platform.
   *
   * @default false
   */
  readonly operator?: boolean;
}

const DEFAULT_SAMPLING_PERCENTAGE = 5;

/** Tracing of a platform's requests: one decision for proxies and SDKs. */
export class Tracing {
  /** @internal */
  public readonly _facts: TracingFacts;

  public constructor(props: TracingProps) {
    const {
      collector,
      samplingPercentage = DEFAULT_SAMPLING_PERCENTAGE,
      propagators = [Propagator.TRACE_CONTEXT, Propagator.BAGGAGE],
      applicationsPropagate = true,
      meshProvider,
      operator = false,
    } = judged(this, 'Tracing', props);
    const protocol = collector.protocol ?? OtlpProtocol.GRPC;
    this._facts = {
      samplingPercentage,
      propagators: [...propagators],
      applicationsPropagate,
      operator,
      collector: {
        service: collector.service,
        namespace: collector.namespace,
        labels: { ...collector.labels },
        protocol,
        port: collector.port ?? (protocol === OtlpProtocol.GRPC ? 4317 : 4318),
      },
      ...(meshProvider !== undefined && { meshProvider }),
    };
    keepOwn(this, Tracing);
  }

  /**
   * Declares the objects of a whole namespace.
   *
   * @internal
   */
  public _declareNamespace(scope: Construct, { name: namespace, cluster }: NamespaceFacts): void {
    if (!this._facts.operator) return;
    new Manifest(scope, 'tracing', {
      apiVersion: 'opentelemetry.io/v1alpha1',
      kind: 'Instrumentation',
      name: INSTRUMENTATION_NAME,
      namespace,
      fields: { spec: () => instrumentationSpec(this._facts, cluster) },
    });
  }

  /**
   * Annotations and variables that are added to the pods.
   *
   * @internal
   */
  public _contribution(facts: Workload): PodContribution {
    if (isCollector(facts)) return { ...NO_CONTRIBUTION, ingress: spanIngress(facts) };
    if (tracingOf(facts) === undefined) return NO_CONTRIBUTION;
    const { collector } = this._facts;
    return {
      ...this.instrumented(facts),
      podLabels: {},
      ingress: [],
      egress: [
        {
          peers: [NetworkPeer.pods({ namespace: collector.namespace, labels: { ...collector.labels } })],
          ports: [collector.port],
        },
      ],
    };
  }

  /** The operator sets the environment of an instrumented pod, and changes it without a new pod template. */
  private instrumented(facts: Workload): Pick<PodContribution, 'podAnnotations' | 'variables'> {
    const { instrumentation, propagators } = facts.settings.values;
    if (!this._facts.operator || instrumentation === undefined)
      return { podAnnotations: {}, variables: sdkVariables(facts, this._facts) };
    return {
      podAnnotations: injectionAnnotations(instrumentation, mainContainerOf(facts)),
      variables: [
        ...protocolsOfStated(facts),
        ...(propagators === undefined ? [] : [propagatorsVariable(propagators)]),
      ],
    };
  }
}

/** The way into the collector of spans from the namespaces that send them. */
function spanIngress(facts: Workload): NetworkHole[] {
  const port = spanPort(facts);
  if (facts.kind !== WorkloadKind.DEPLOYMENT || port === undefined) return [];
  return [{ peers: facts.spanSources.map((namespace) => NetworkPeer.pods({ namespace })), ports: [port.targetPort] }];
}
