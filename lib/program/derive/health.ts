import { type Port, Probe, ProbeOptions, Protocol, secondsOf } from '../../values';

/** A probe with its numbers, in seconds. */
export interface ProbeFacts {
  readonly probe: Probe;
  /** Container port. Undefined for a command. */
  readonly port?: number;
  readonly period: number;
  readonly timeout: number;
  readonly initialDelay: number;
  readonly failureThreshold: number;
  readonly successThreshold: number;
}

/** The probes of a container. */
export interface Health {
  readonly startup?: ProbeFacts;
  readonly readiness?: ProbeFacts;
  readonly liveness?: ProbeFacts;
}

/** The probes that were stated. */
export interface StatedProbes {
  readonly startup?: Probe;
  readonly readiness?: Probe;
  readonly liveness?: Probe;
}

/**
 * Starting values: a pod that fails leaves the Service within 15 s and is restarted after a minute; slow answers are no
 * failures.
 */
const READINESS = { period: 5, timeout: 2, failureThreshold: 3 };
const LIVENESS = { period: 10, timeout: 5, failureThreshold: 6 };
const STARTUP = { period: 2, timeout: 2 };

/**
 * The probes of the main container: those stated, else a connection to its first TCP port, which every server accepts.
 */
export function mainHealth(stated: StatedProbes, ports: readonly Port[], startupSeconds: number): Health {
  const port = ports.find(({ protocol }) => protocol !== Protocol.UDP);
  const derived = port === undefined ? undefined : Probe.tcp();
  const liveness = stated.liveness ?? derived;
  return health(
    { readiness: stated.readiness ?? derived, liveness, startup: stated.startup ?? (liveness && forStartup(liveness)) },
    port?.targetPort,
    startupSeconds,
  );
}

/** The probes of another container: those stated. */
export function statedHealth(stated: StatedProbes, startupSeconds: number): Health {
  return health(stated, undefined, startupSeconds);
}

/**
 * The start-up budget: failures until the longest start is over; the first probe is sent at once, so it takes one more.
 */
export function startupFailures(startupSeconds: number, periodSeconds: number): number {
  return Math.max(1, Math.ceil(startupSeconds / periodSeconds) + 1);
}

function health(
  stated: { readonly [probe in keyof StatedProbes]: Probe | undefined },
  port: number | undefined,
  startupSeconds: number,
): Health {
  const startupPeriod = seconds(stated.startup?._timing.period) ?? STARTUP.period;
  const startup = { ...STARTUP, failureThreshold: startupFailures(startupSeconds, startupPeriod) };
  return {
    ...(stated.startup && { startup: facts(stated.startup, port, startup) }),
    ...(stated.readiness && { readiness: facts(stated.readiness, port, READINESS) }),
    ...(stated.liveness && { liveness: facts(stated.liveness, port, LIVENESS) }),
  };
}

function facts(
  probe: Probe,
  firstPort: number | undefined,
  defaults: { readonly period: number; readonly timeout: number; readonly failureThreshold: number },
): ProbeFacts {
  const { period, timeout, initialDelay, failureThreshold, successThreshold } = probe._timing;
  const port = probe._command === undefined ? (probe._port ?? firstPort) : undefined;
  return {
    probe,
    ...(port !== undefined && { port }),
    period: seconds(period) ?? defaults.period,
    timeout: seconds(timeout) ?? defaults.timeout,
    initialDelay: seconds(initialDelay) ?? 0,
    failureThreshold: failureThreshold ?? defaults.failureThreshold,
    successThreshold: successThreshold ?? 1,
  };
}

/** The same check as often as a start needs; an answer that takes long takes as long then. */
function forStartup(probe: Probe): Probe {
  const { timeout } = probe._timing;
  return probe._with({ ...(timeout && { timeout }) });
}

function seconds(duration: ProbeOptions['period']): number | undefined {
  return duration && secondsOf(duration);
}
