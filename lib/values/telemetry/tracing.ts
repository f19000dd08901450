/** Formats in which the trace context travels with requests. */
export enum Propagator {
  /** `traceparent` and `tracestate` of W3C. */
  TRACE_CONTEXT = 'tracecontext',

  /** `baggage` of W3C. */
  BAGGAGE = 'baggage',

  /** The single header `b3` of Zipkin. */
  B3 = 'b3',

  /** The headers `x-b3-*` of Zipkin. */
  B3_MULTI = 'b3multi',
}

/** Agents that the OpenTelemetry operator injects into a container. */
export enum Instrumentation {
  /** The agent of .NET. */
  DOTNET = 'dotnet',

  /** The agent of Go, which needs privileges that no Pod Security level but `privileged` grants. */
  GO = 'go',

  /** The agent of Java. */
  JAVA = 'java',

  /** The agent of Node.js. */
  NODEJS = 'nodejs',

  /** The agent of Python. */
  PYTHON = 'python',

  /** No agent, only the environment of the SDK. */
  SDK = 'sdk',
}

/** Collector of spans. */
export interface CollectorFacts {
  /** Name of its Service. */
  readonly service: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The Service's port, which is the pods' too. */
  readonly port: number;
  /** `grpc` or `http/protobuf`. */
  readonly protocol: string;
}

/** Tracing of a platform: one decision, which proxies and SDKs follow alike. */
export interface TracingFacts {
  /** Percent of the requests that are traced from where they enter. */
  readonly samplingPercentage: number;
  readonly collector: CollectorFacts;
  readonly propagators: readonly Propagator[];
  /** Tells that applications propagate the context of the requests that they take. */
  readonly applicationsPropagate: boolean;
  /** Name of the mesh's extension provider. Undefined where proxies report no spans. */
  readonly meshProvider?: string;
  /** Tells that the OpenTelemetry operator runs in the cluster. */
  readonly operator: boolean;
}

/**
 * Propagators by whose headers SDKs find each other's context: those that read B3 read both of its forms; baggage
 * belongs to no trace.
 */
const FAMILIES: Readonly<Record<Propagator, string | undefined>> = {
  [Propagator.TRACE_CONTEXT]: 'tracecontext',
  [Propagator.B3]: 'b3',
  [Propagator.B3_MULTI]: 'b3',
  [Propagator.BAGGAGE]: undefined,
};

/** Tells that a trace continues between two workloads with these formats. */
export function sharePropagator(a: readonly Propagator[], b: readonly Propagator[]): boolean {
  const families = new Set(a.map((each) => FAMILIES[each]));
  return b.some((each) => FAMILIES[each] !== undefined && families.has(FAMILIES[each]));
}

/** Tells that any of these formats carries a trace. */
export function carriesTraces(propagators: readonly Propagator[]): boolean {
  return sharePropagator(propagators, propagators);
}
