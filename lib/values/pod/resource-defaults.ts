/** CPU request in thousandths of a core: what a small service needs when idle. */
export const CPU_REQUEST_MILLIS = 100;

/** Memory request and limit in bytes: enough for the runtimes of Go, Node.js and Python at rest. */
export const MEMORY_BYTES = 256 * 1024 * 1024;
