import type { CertificateIssuer } from '../certificate-issuer';
import type { GatewayApiVersion } from './gateway-api-version';
import type { GatewayClass } from './gateway-class';
import type { PlatformGateway } from './platform-gateway';

/** An installation of the Gateway API. */
export interface GatewayApiFacts {
  readonly version: GatewayApiVersion;
  readonly gatewayClass: GatewayClass;
  /** Gateway that all exposures share. Undefined where each microservice has its own. */
  readonly gateway?: PlatformGateway;
  /** Namespace of the Gateways that programs make. */
  readonly namespace: string;
  /** Namespace of the Secrets with certificates, where it is another. */
  readonly certificateNamespace?: string;
  readonly issuer?: CertificateIssuer;
}

/** First minor versions whose standard channel has a kind or field. */
export const SINCE = { tlsRoute: 5, tcpRoute: 6, udpRoute: 6, retry: 7 } as const;
