import type { ILifecycleHandler } from 'kubernetes-models/v1/LifecycleHandler';
import type { Hook, KubernetesVersion } from '../../values';
import { has } from './features';

/** A hook as the kubelet reads it. */
export function hookAction({ _command: command, _http: http }: Hook): ILifecycleHandler {
  return http === undefined ? { exec: { command: [...command!] } } : { httpGet: { path: http.path, port: http.port } };
}

/**
 * A hook behind a pause. The kubelet takes one action: of several steps, a shell is the only way.
 *
 * A request cannot wait; a finding says so.
 */
export function pauseThen(seconds: number, hook: Hook): ILifecycleHandler {
  const { _command: command } = hook;
  return command === undefined || seconds === 0
    ? hookAction(hook)
    : { exec: { command: ['sh', '-c', `sleep ${seconds} && exec "$0" "$@"`, ...command] } };
}

/**
 * Keeps a terminating pod serving until its endpoint is removed.
 *
 * Where the kubelet has no sleep action, the image's `sleep` runs. An image without one stops at once.
 */
export function sleep(seconds: number, version: KubernetesVersion): ILifecycleHandler {
  return has(version, 'sleepAction') ? { sleep: { seconds } } : { exec: { command: ['sleep', String(seconds)] } };
}
