import {
  type ContainerFacts,
  ContainerRole,
  isWhole,
  type Port,
  Probe,
  ProbeOptions,
  Protocol,
  secondsOf,
} from '../../values';
import type { EffectiveSettings } from './effective-settings';

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
  /** True where probes that are not stated are left out. */
  readonly noProbes?: boolean;
}

type Defaults = Readonly<Record<'period' | 'timeout' | 'failureThreshold', number>>;

/**
 * Starting values: a pod that fails leaves the Service within 15 s and is restarted after a minute; slow answers are no
 * failures.
 */
const READINESS: Defaults = { period: 5, timeout: 2, failureThreshold: 3 };
const LIVENESS: Defaults = { period: 10, timeout: 5, failureThreshold: 6 };
const STARTUP = { period: 2, timeout: 2 };

/** The probes of a container, stated or derived. */
export function healthOf(facts: ContainerFacts, { startupTime }: Pick<EffectiveSettings, 'startupTime'>): Health {
  return facts.role === ContainerRole.MAIN
    ? mainHealth(facts, facts.ports, startupTime)
    : statedHealth(facts, startupTime);
}

/**
 * The probes of a container without a startup probe: a liveness probe without a stated delay waits until the longest
 * start is over.
 */
export function healthWithoutStartup({ readiness, liveness }: Health, startupSeconds: number): Health {
  return {
    ...(readiness && { readiness }),
    ...(liveness && { liveness: patient(liveness, startupSeconds) }),
  };
}

/**
 * Longest seconds from the start of a container until a probe that goes on failing has failed: the kubelet sends the
 * next one when the last has ended, so that one that hangs takes its whole timeout.
 */
export function longestFailure({
  initialDelay,
  period,
  timeout,
  failureThreshold,
}: Pick<ProbeFacts, 'initialDelay' | 'period' | 'timeout' | 'failureThreshold'>): number {
  return initialDelay + failureThreshold * Math.max(period, timeout);
}

/** Fewest seconds until then: the first probe is sent at once, and one that is refused takes no time. */
export function shortestFailure({ initialDelay, period, failureThreshold }: ProbeFacts): number {
  return initialDelay + (failureThreshold - 1) * period;
}

/**
 * Seconds that a stated startup probe lets a start take, where it states its failures: then the time of a start
 * follows from the probe. Undefined where it does not, or where its numbers are none.
 */
export function statedStart({ startup }: StatedProbes): number | undefined {
  if (startup?._timing.failureThreshold === undefined) return undefined;
  const longest = longestFailure(facts(startup, undefined, startupDefaults(startup, 0)));
  return isWhole(longest, 1) ? longest : undefined;
}

const CONNECTION = Probe.tcp();

/**
 * The probes of the main container: those stated, else a connection to its first TCP port, which every server accepts.
 */
export function mainHealth(stated: StatedProbes, ports: readonly Port[], startupSeconds: number): Health {
  const port = ports.find(({ protocol }) => protocol !== Protocol.UDP);
  const derived = port === undefined || stated.noProbes === true ? undefined : CONNECTION;
  const liveness = stated.liveness ?? derived;
  const startup = stated.startup ?? (stated.noProbes === true ? undefined : liveness && forStartup(liveness));
  return health({ readiness: stated.readiness ?? derived, liveness, startup }, port?.targetPort, startupSeconds);
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
  { startup, readiness, liveness }: { readonly [probe in keyof Health]: Probe | undefined },
  port: number | undefined,
  startupSeconds: number,
): Health {
  const found: { -readonly [probe in keyof Health]: ProbeFacts } = {};
  if (startup) found.startup = facts(startup, port, startupDefaults(startup, startupSeconds));
  if (readiness) found.readiness = facts(readiness, port, READINESS);
  if (liveness) found.liveness = facts(liveness, port, LIVENESS);
  return found;
}

/** Period and timeout such that probes that hang end a start no later than probes that are refused. */
function startupDefaults({ _timing: stated }: Probe, startupSeconds: number): Defaults {
  const period = seconds(stated.period) ?? Math.max(STARTUP.period, seconds(stated.timeout) ?? 0);
  const asked = startupSeconds - (seconds(stated.initialDelay) ?? 0);
  return {
    period,
    timeout: Math.min(STARTUP.timeout, period),
    failureThreshold: startupFailures(Math.max(0, asked), period),
  };
}

function facts(probe: Probe, firstPort: number | undefined, defaults: Defaults): ProbeFacts {
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

function patient(liveness: ProbeFacts, startupSeconds: number): ProbeFacts {
  return liveness.probe._timing.initialDelay !== undefined
    ? liveness
    : { ...liveness, initialDelay: Math.max(0, startupSeconds - shortestFailure(liveness)) };
}

function seconds(duration: ProbeOptions['period']): number | undefined {
  return duration && secondsOf(duration);
}
