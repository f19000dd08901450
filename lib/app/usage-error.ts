/** A line for the user about arguments or a configuration that cannot be taken. */
export class UsageError extends Error {}
