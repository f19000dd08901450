/**
 * Maximum length of a microservice's name.
 *
 * Kubernetes allows 63 characters and appends up to 11 to names of workloads (controller revisions). Suffixes of this
 * library, such as `-headless`, fit in the same room.
 */
export const LONGEST_NAME = 52;

/** Name of the policy that denies all traffic of a namespace except the traffic that other policies allow. */
export const DEFAULT_DENY = 'default-deny';

/**
 * The grammar of Service names (RFC 1035 label) without its length: lower-case letters, digits and dashes, a letter
 * first.
 */
export function isServiceName(name: string): boolean {
  return /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/.test(name);
}

/** The grammar of namespaces and container names (RFC 1123 label). */
export function isDnsLabel(name: string): boolean {
  return name.length <= 63 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(name);
}

/** The grammar of host names and of most object names (RFC 1123 subdomain). */
export function isDnsSubdomain(name: string): boolean {
  return name.length <= 253 && name.split('.').every(isDnsLabel);
}

/** Names of Secrets, ConfigMaps and most other objects: up to 253 characters, with dots between or without. */
export function isObjectName(name: string): boolean {
  return name.length <= 253 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/.test(name);
}

/**
 * Names of objects that every namespace has already: the default ServiceAccount, its API Service, its default-deny
 * policy.
 */
export const TAKEN_NAMES: readonly string[] = ['default', 'kubernetes', DEFAULT_DENY];

/** A name near the given one that Kubernetes accepts, for suggestions. */
export function suggestName(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, LONGEST_NAME)
    .replace(/-+$/, '');
  return words === '' ? 'service' : words;
}

/** Name of the Service that leads callers to the activator. */
export function activatorName(name: string): string {
  return `${name}-activator`;
}

/** Name of the Service by which a microservice is reached from outside. */
export function exposureName(name: string): string {
  return `${name}-external`;
}
