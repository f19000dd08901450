/** Texts that `isEnvoyText` accepts, in words. */
export const ENVOY_TEXTS = 'printable ASCII characters other than the percent sign';

/** Values of headers that Envoy takes as they are: between percent signs it reads a command, such as `%REQ(:PATH)%`. */
export function isEnvoyText(value: string): boolean {
  return /^[\x20-\x24\x26-\x7e]*$/.test(value);
}
