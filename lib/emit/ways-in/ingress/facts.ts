import type { CertificateIssuer } from '../certificate-issuer';

/** Kinds of Ingress controllers. */
export enum ControllerKind {
  NGINX = 'ingress-nginx',
  TRAEFIK = 'Traefik',
}

/** An installation of an Ingress controller. */
export interface IngressFacts {
  readonly kind: ControllerKind;
  readonly className: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Service account of its pods in the mesh. Undefined outside of it. */
  readonly serviceAccount?: string;
  readonly issuer?: CertificateIssuer;
}
