/** How the context of a trace travels with requests. */
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

/** What the OpenTelemetry operator puts into a container. */
export enum Instrumentation {
  DOTNET = 'dotnet',
  GO = 'go',
  JAVA = 'java',
  NODEJS = 'nodejs',
  PYTHON = 'python',

  /** No agent, only the environment of the SDK. */
  SDK = 'sdk',
}

/** Where spans go. */
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

/** How a platform traces requests: one decision, which proxies and SDKs follow alike. */
export interface TracingFacts {
  /** Percent of the requests that are traced from where they enter. */
  readonly samplingPercentage: number;
  readonly collector: CollectorFacts;
  readonly propagators: readonly Propagator[];
  /** Name of the mesh's extension provider; none where proxies report no spans. */
  readonly meshProvider?: string;
  /** Whether the OpenTelemetry operator runs there. */
  readonly operator: boolean;
}
