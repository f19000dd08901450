import type { Construct } from 'constructs';
import { Manifest } from '../../kubernetes';
import { Workload, NamespaceFacts, PodContribution } from '../../../program';
import { NetworkPeer, Propagator, TracingFacts } from '../../../values';
import { propagatorsVariable, sdkVariables } from './environment';
import { injectionAnnotations, INSTRUMENTATION_NAME, instrumentationSpec } from './instrumentation';

/** What spans are sent by. */
export enum OtlpProtocol {
  /** gRPC, on port 4317 unless another is stated. */
  GRPC = 'grpc',

  /** Protocol buffers over HTTP, on port 4318 unless another is stated. */
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
   * Percent of the requests that are traced, decided where they enter and followed by all: 0 to 100, in steps of 0.01.
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
   * Whether applications send on the context of the requests that they take, as SDKs do. True, proxies follow it, and
   * trace every request that an application makes without one; false, they decide anew for each such request, and
   * traces end at the next microservice.
   *
   * @default true
   */
  readonly applicationsPropagate?: boolean;

  /**
   * Name of the mesh's extension provider that reports spans of proxies to the collector; one of `opentelemetry`, whose
   * propagator is `Propagator.TRACE_CONTEXT`.
   *
   * @default - proxies report none
   */
  readonly meshProvider?: string;

  /**
   * Whether the OpenTelemetry operator, 0.150 or newer, runs on the platform.
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
    const {
      collector,
      samplingPercentage = DEFAULT_SAMPLING_PERCENTAGE,
      propagators = [Propagator.TRACE_CONTEXT, Propagator.BAGGAGE],
      applicationsPropagate = true,
      meshProvider,
      operator = false,
    } = props;
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
  }

  /**
   * Declares what holds for a whole namespace.
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
   * What is added to the pods.
   *
   * @internal
   */
  public _contribution(facts: Workload): PodContribution {
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

  /** The operator sets the environment of what it instruments, and changes it without a new pod template. */
  private instrumented(facts: Workload): Pick<PodContribution, 'podAnnotations' | 'variables'> {
    const { instrumentation, propagators } = facts.settings.values;
    if (!this._facts.operator || instrumentation === undefined)
      return { podAnnotations: {}, variables: sdkVariables(facts, this._facts) };
    return {
      podAnnotations: injectionAnnotations(instrumentation, facts.name),
      variables: propagators === undefined ? [] : [propagatorsVariable(propagators)],
    };
  }
}
