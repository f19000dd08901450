export { CertificateIssuer } from './certificate-issuer';
export { WayInFeature, type WayInFeatureTable } from './features';
export * from './gateway-api';
export * from './load-balancer';
export { WAYS_IN } from './providers';
export { WAY_IN_DEFINITIONS, WAY_IN_RULES } from './rules';
export { usesOf, type WayInUses } from './uses';
export { type Entered, WayIn, type WayInObjects } from './way-in';
