import { spawnSync } from 'node:child_process';

/** The tools of this machine that judges are built with. */
export interface Tools {
  /** As Node.js names them: `linux`, `x64`. */
  readonly platform: string;
  readonly arch: string;
  /** Such as `1.26.8`; undefined where there is none. */
  readonly go: string | undefined;
  readonly python: { readonly version: string; readonly hasVenv: boolean } | undefined;
}

/** Output of a command. Undefined where it is missing or fails. */
export type Ask = (command: string, args: readonly string[]) => string | undefined;

/** Go takes nothing from the environment that changes what comes out, needs no C, and downloads no other Go. */
export const GO_ENVIRONMENT = { GOFLAGS: '', GOWORK: 'off', GOTOOLCHAIN: 'local', GO111MODULE: 'on', CGO_ENABLED: '0' };

/** Looks for the tools. */
export function findTools(
  ask: Ask,
  { platform, arch }: { readonly platform: string; readonly arch: string } = process,
): Tools {
  const go = /\bgo(\d\S*)/.exec(ask('go', ['env', 'GOVERSION']) ?? '')?.[1];
  const version = ask('python3', ['-c', 'import platform; print(platform.python_version())']);
  // Debian ships venv without what it needs to put pip into an environment.
  const hasVenv = version !== undefined && ask('python3', ['-c', 'import venv, ensurepip']) !== undefined;
  return { platform, arch, go, python: version === undefined ? undefined : { version, hasVenv } };
}

/** Asks by running the command. */
export const askByRunning: Ask = (command, args) => {
  const { status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...GO_ENVIRONMENT },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.trim() : undefined;
};
