import { type FindingDefinition, Severity } from '../../../errors';

/** A way in cannot carry an exposure. */
export const MS2054: FindingDefinition = {
  code: 'MS2054',
  title: 'a way in cannot carry an exposure',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Routes and Ingresses tell microservices apart by host, and requests by whole elements of their path: an ' +
    'exposure of HTTP or gRPC names a host, and its paths are exact or end in `/*`. A port of bytes has no ' +
    'paths. The finding says what this way in lacks for the exposure: a listener, a certificate, room for the ' +
    'name of a Gateway.',
  reads: 'exposures of the microservice, way in of the platform',
};
