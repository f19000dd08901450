import type { Workload } from '../../../program';
import { ContainerRole, Variable } from '../../../values';

/** Protocols of the usual ports: https://opentelemetry.io/docs/specs/otlp/ */
const OTLP_PROTOCOLS: Readonly<Record<string, string>> = { 4317: 'grpc', 4318: 'http/protobuf' };

const PREFIX = 'OTEL_EXPORTER_OTLP';

/** Endpoint that a program states itself, of one signal or of all, and the protocol that belongs to it. */
export interface StatedEndpoint {
  readonly endpoint: Variable;
  /** Name of the variable with its protocol. */
  readonly protocolName: string;
  /** Protocol that the program states. */
  readonly stated?: Variable;
  /** Protocol of the endpoint's port. Undefined for a port of unknown protocol, or without a literal value. */
  readonly derived?: string;
}

/** Endpoints that the main container's own variables name. */
export function statedEndpoints({ containers }: Pick<Workload, 'containers'>): StatedEndpoint[] {
  const variables = containers.find(({ role }) => role === ContainerRole.MAIN)!.variables;
  const named = (name: string) => variables.find((each) => each.name === name);
  return ['', '_TRACES', '_METRICS', '_LOGS'].flatMap((signal) => {
    const endpoint = named(`${PREFIX}${signal}_ENDPOINT`);
    if (endpoint === undefined) return [];
    const protocolName = `${PREFIX}${signal}_PROTOCOL`;
    const stated = named(protocolName);
    const derived = OTLP_PROTOCOLS[/:(\d+)(?:\/[^:]*)?$/.exec(endpoint.value ?? '')?.[1] ?? ''];
    return [
      { endpoint, protocolName, ...(stated !== undefined && { stated }), ...(derived !== undefined && { derived }) },
    ];
  });
}

/** Protocols of the endpoints that a program states: each follows its port. */
export function protocolsOfStated(facts: Pick<Workload, 'containers'>): Variable[] {
  return statedEndpoints(facts).flatMap(({ protocolName, derived }) =>
    derived === undefined ? [] : [{ name: protocolName, value: derived }],
  );
}
