/** Methods that `isRequestMethod` accepts, in words. */
export const REQUEST_METHODS = 'letters, digits, dashes and underscores after a letter';

/** Methods of HTTP, and of services of gRPC. */
export function isRequestMethod(method: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(method);
}
