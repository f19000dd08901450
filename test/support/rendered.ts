import type { ApiObject } from 'cdk8s';
import { describeProblems } from './describe';

/** An object that a cluster would refuse, and the construct that it came from. */
interface Fault {
  readonly construct: ApiObject;
  readonly problems: readonly string[];
}

interface OptOut {
  readonly reason: string;
  /** Said for one test, so that it must have been needed. */
  readonly isForOneTest: boolean;
}

const SHORTEST_REASON = 10;

let faults: Fault[] = [];
let optOut: OptOut | undefined;
let isInTest = false;

/** Judges everything that a class of objects renders from now on; what is valid leaves nothing behind. */
export function judgeWhatRenders(objectClass: { prototype: ApiObject }): void {
  const { toJson } = objectClass.prototype;
  objectClass.prototype.toJson = function judged(this: ApiObject): unknown {
    const rendered: unknown = toJson.call(this);
    judge(rendered, this);
    return rendered;
  };
}

/** Judges what a construct renders. */
export function judge(rendered: unknown, construct: ApiObject): void {
  const problems = describeProblems(rendered);
  if (problems.length > 0) faults.push({ construct, problems });
}

/**
 * Lets a test render objects that a cluster would refuse: one test when said in it, all of a `describe` or of a file
 * when said there. It needs a reason, and within one test it must have been needed.
 */
export function allowInvalidManifests(reason: string): void {
  if (reason.trim().length < SHORTEST_REASON) throw new Error('allowInvalidManifests needs a reason');
  if (isInTest) optOut = { reason, isForOneTest: true };
  else
    beforeEach(() => {
      optOut = { reason, isForOneTest: false };
    });
}

/** Called before each test, ahead of all its own hooks. */
export function beginTest(): void {
  isInTest = true;
  optOut = undefined;
}

/** Called after each test and after all: throws where something that would have been written is invalid. */
export function endTest(): void {
  const told = optOut;
  const seen = faults;
  isInTest = false;
  optOut = undefined;
  faults = [];
  const problems = problemsOf(seen);
  if (told === undefined && problems.length > 0)
    throw new Error(`a cluster would refuse what this test rendered:\n  ${problems.join('\n  ')}`);
  if (told?.isForOneTest === true && problems.length === 0)
    throw new Error(`every manifest is valid: remove allowInvalidManifests('${told.reason}')`);
}

/**
 * Each problem once. Nothing of a program with errors is written, so what it renders need not be valid; its own
 * validations say whether it has any, whichever App runs it. They are only asked where something is invalid, since
 * that costs as much as a synth.
 */
function problemsOf(seen: readonly Fault[]): string[] {
  const roots = [...new Set(seen.map(({ construct }) => construct.node.root))];
  const written = new Set(
    roots.filter((root) => root.node.findAll().every(({ node }) => node.validate().length === 0)),
  );
  return [
    ...new Set(
      seen
        .filter(({ construct }) => written.has(construct.node.root))
        .flatMap(({ construct, problems }) => problems.map((problem) => `${problem}  (${construct.node.path})`)),
    ),
  ];
}
