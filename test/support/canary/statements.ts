/** A port as a program states it. */
export interface StatedPort {
  /** The factory of `Port`, such as `grpc`. */
  readonly protocol: string;
  readonly number: number;
}

/** A call as a program states it. Caller and callee are names of microservices. */
export interface StatedCall {
  readonly caller: string;
  readonly callee: string;
  /** @default - the first port of the callee */
  readonly port?: number;
  /** @default - all methods */
  readonly methods?: readonly string[];
}

/** Microservices and calls of a program of one stack, as the program states them. */
export interface Statements {
  readonly namespace: string;
  /** Ports, by the name of the microservice. */
  readonly ports: ReadonlyMap<string, readonly StatedPort[]>;
  readonly calls: readonly StatedCall[];
}
