import { IConstruct } from 'constructs';
import { Catalogue, Problem, Detail } from './definition';
import { MS0001, MS0007, MS0008 } from './definitions';
import { Finding } from './finding';
import { firstLine } from './first-line';
import { formatFinding, isError } from './format';
import { secretsOf } from './secrets';
import { shownText } from './shown-text';

/** Evaluated once in every validation, when the whole program has been stated. */
export type Check = () => readonly Problem[];

/** Evaluated once the object has been rendered; where `rendered` is false, it renders it itself. */
export type RenderCheck = (rendered: boolean) => readonly Problem[];

interface Acknowledgement {
  readonly code: string;
  readonly reason: string;
  used: boolean;
}

/** Findings of a construct, and its checks and acknowledgements. */
interface Log {
  /** Faults of arguments. */
  readonly faults: Problem[];
  readonly checks: Check[];
  readonly renderChecks: RenderCheck[];
  readonly acknowledgements: Acknowledgement[];
  /** Findings of the last validation, so that an App that can read data need not parse text. */
  last: readonly Finding[];
}

// Registered, so that the log of another installed copy is found too.
const LOG = Symbol.for('cdk8s-microservice.findings');
const RENDERS_ONCE = Symbol.for('cdk8s-microservice.rendersOnce');
const HIDES_OTHERS = Symbol.for('cdk8s-microservice.hidesOthers');
const SHORTEST_REASON = 10;

/** Records a problem of the construct that was seen while it was being stated. */
export function report(construct: IConstruct, ...problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  if (problems.some(({ definition }) => definition.hidesOthers)) hideOthers(construct);
  check(construct, () => problems);
}

/** Leaves out the findings of a tree that may only follow from one whose definition says so. */
export function hideOthers({ node }: IConstruct): void {
  if (!(HIDES_OTHERS in node.root)) Object.defineProperty(node.root, HIDES_OTHERS, { value: true });
}

/** Constructs with faults in their arguments, and the roots of their trees. */
const FAULTY = new WeakSet<IConstruct>();

/**
 * Records faults of what a construct was given. Of it, and of what is below it, a report shows only what stands alone
 * then: the rest might follow from the faults. From void ones nothing follows.
 */
export function reportFaults(construct: IConstruct, problems: readonly Problem[], areVoid = false): void {
  if (problems.some(({ definition }) => definition.hidesOthers)) hideOthers(construct);
  logOf(construct).faults.push(...problems);
  if (areVoid) return;
  FAULTY.add(construct).add(construct.node.root);
}

/** Takes back a fault: another construct reports it. */
export function withdrawFault(construct: IConstruct, fault: Problem): void {
  const { faults } = logOf(construct);
  faults.splice(faults.indexOf(fault), 1);
}

/** True for a tree that has a construct with a fault in its arguments. */
export function hasFaulty({ node: { root } }: IConstruct): boolean {
  return FAULTY.has(root);
}

/** True for a construct with a fault in its arguments or in those of a construct above it. */
export function isFaulty(construct: IConstruct): boolean {
  const { root } = construct.node;
  return FAULTY.has(root) && construct.node.scopes.some((scope) => scope !== root && FAULTY.has(scope));
}

/** Adds a check of the construct that is evaluated when the whole program has been stated. */
export function check(construct: IConstruct, evaluate: Check): void {
  logOf(construct).checks.push(evaluate);
}

/** Adds a check that can only be made on the rendered object. */
export function checkRendered(construct: IConstruct, evaluate: RenderCheck): void {
  logOf(construct).renderChecks.push(evaluate);
}

/** Runs a synth of an App that renders each object once and asks for `renderedFindings` afterwards. */
export function renderingOnce<T>(app: IConstruct, synth: () => T): T {
  if (renderingOf(app) !== undefined) return synth();
  Object.defineProperty(app, RENDERS_ONCE, { value: {}, configurable: true });
  try {
    return synth();
  } finally {
    delete (app as { [RENDERS_ONCE]?: object })[RENDERS_ONCE];
  }
}

/** The synth that renders each object of the construct's tree once: another value each time, else undefined. */
export function renderingOf({ node }: IConstruct): object | undefined {
  return (node.root as { [RENDERS_ONCE]?: object })[RENDERS_ONCE];
}

/** Findings about an object that has just been rendered. */
export function renderedFindings(construct: IConstruct): Finding[] {
  const checks = isFaulty(construct) ? [] : (find(construct)?.renderChecks ?? []);
  const problems = checks.flatMap((evaluate) => attempt(() => evaluate(true)));
  return shown(construct, problems).map((problem) => finding(construct, problem));
}

/** Accepts findings of a code on the construct and on everything below it. */
export function acknowledge(construct: IConstruct, code: string, reason: string, catalogue: Catalogue): void {
  const log = logOf(construct);
  const definition = catalogue.get(code);
  const refuse = (detail: Detail) => report(construct, { definition: MS0008, ...detail });
  const given = `acknowledge('${code}', '${reason}')`;
  if (definition === undefined) {
    refuse({
      message: `there is no code ${code}`,
      given,
      allowed: 'a code of docs/findings/README.md',
      fix: 'use the code that the report shows',
    });
  } else if (!definition.acknowledgeable) {
    refuse({
      message: `${code} (${definition.title}) cannot be acknowledged`,
      given,
      fix: 'mend the program: the cluster or the synthesis would fail',
    });
  } else if (String(reason).trim().length < SHORTEST_REASON) {
    refuse({
      message: 'an acknowledgement needs a reason',
      given,
      allowed: `${SHORTEST_REASON} characters or more`,
      fix: 'say why the finding is acceptable here',
    });
  } else {
    log.acknowledgements.push({ code, reason, used: false });
  }
}

/** Findings of the last validation of the construct. */
export function lastFindings(construct: IConstruct): readonly Finding[] {
  return find(construct)?.last ?? [];
}

/** Acknowledgements that no finding used; asked after everything has been validated. */
export function unusedAcknowledgements(construct: IConstruct): Finding[] {
  // Problems that would use them may be left out.
  if (HIDES_OTHERS in construct.node.root || FAULTY.has(construct.node.root)) return [];
  const unused = find(construct)?.acknowledgements.filter(({ used }) => !used) ?? [];
  return unused.map(({ code, reason }) =>
    finding(construct, {
      definition: MS0007,
      message: `the acknowledgement of ${code} matches no finding`,
      given: `acknowledge('${code}', '${reason}')`,
      fix: 'remove it',
    }),
  );
}

/** Makes a finding of a problem: adds path and severity, and the reason where it was acknowledged here or above. */
export function finding(construct: IConstruct, problem: Problem): Finding {
  const { message, given, allowed, fix } = problem;
  const { code, severity, acknowledgeable } = problem.definition;
  const secrets = secretsOf(construct);
  const show = (text: string) => shownText(text, secrets);
  const acknowledged = acknowledgeable ? reasonFor(construct, code) : undefined;
  return {
    code,
    severity,
    path: show(construct.node.path),
    message: show(message),
    given: show(given),
    ...(allowed === undefined ? {} : { allowed: show(allowed) }),
    fix: show(fix),
    ...(acknowledged === undefined ? {} : { acknowledged: show(acknowledged) }),
  };
}

/** A check that throws is a problem like any other, and keeps no other check from being made. */
function attempt(evaluate: Check): readonly Problem[] {
  try {
    return evaluate();
  } catch (error) {
    return [thrownProblem('a check', error)];
  }
}

/** The problem of something that should have returned. */
export function thrownProblem(what: string, error: unknown): Problem {
  return {
    definition: MS0001,
    message: `${what} threw: ${firstLine(error)}`,
    given: 'a check or validation that returns its findings',
    fix: 'change the value that the message names; where it names none of yours, report it to the author of the check',
  };
}

/** Problems but those that may only follow from another one of the tree. */
function shown({ node }: IConstruct, problems: readonly Problem[]): readonly Problem[] {
  return HIDES_OTHERS in node.root ? problems.filter(({ definition }) => definition.hidesOthers) : problems;
}

/** Findings without repetitions: a rule about calls says the same of two that share a mistake. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  return [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()];
}

function reasonFor(construct: IConstruct, code: string): string | undefined {
  for (let at: IConstruct | undefined = construct; at !== undefined; at = at.node.scope) {
    const acknowledgement = find(at)?.acknowledgements.find((candidate) => candidate.code === code);
    if (acknowledgement !== undefined) {
      acknowledgement.used = true;
      return acknowledgement.reason;
    }
  }
  return undefined;
}

function find(construct: IConstruct): Log | undefined {
  return (construct as { [LOG]?: Log })[LOG];
}

function logOf(construct: IConstruct): Log {
  const existing = find(construct);
  if (existing !== undefined) return existing;
  const log: Log = { faults: [], checks: [], renderChecks: [], acknowledgements: [], last: [] };
  Object.defineProperty(construct, LOG, { value: log });
  // Any App asks this: text for those that know no findings, `last` for ours.
  construct.node.addValidation({
    validate: () => {
      log.last = findingsNow(construct, log);
      return log.last.filter(isError).map(formatFinding);
    },
  });
  return log;
}

/** Findings by the checks of a construct; those of its rendered object only where no synth renders it later. */
function findingsNow(construct: IConstruct, { checks, renderChecks, faults }: Log): readonly Finding[] {
  const stated = checks.flatMap(attempt);
  const rendersHere = renderChecks.length > 0 && renderingOf(construct) === undefined;
  const found = rendersHere
    ? [...stated, ...renderChecks.flatMap((evaluate) => attempt(() => evaluate(false)))]
    : stated;
  if (found.length + faults.length === 0) return [];
  const sound = isFaulty(construct) ? found.filter(({ definition }) => definition.standsAlone) : found;
  return distinct(shown(construct, [...faults, ...sound]).map((problem) => finding(construct, problem)));
}
