import { titleOf } from './cluster/kubernetes-object';
import type { Data, Program } from './judges';
import type { LocatedObject, System } from './manifests';

/** What a suite needs beside its judges. */
export type Requirement = 'namespaces' | 'user ids' | 'openssl';

/** Something that a judge has against an object. */
export interface Problem {
  /** The object, such as `Deployment shop/cart`. */
  readonly object?: string;
  /** The file that it stands in, with the line. */
  readonly place?: string;
  /** The construct that made it. */
  readonly construct?: string;
  readonly message: string;
}

/** What came of judging. */
export interface Findings {
  /** How many objects, pairs or requests were judged: none is a failure. */
  readonly judged: number;
  readonly problems: readonly Problem[];
}

/** The answer to one question about one subject. */
export interface Judgement extends Findings {
  readonly suite: string;
  /** What was judged, such as a system of manifests. */
  readonly subject: string;
  /** What was asked, as a statement that holds where there is no problem. */
  readonly statement: string;
  readonly seconds: number;
}

/** A defect that a suite plants into its own input, to show that it would be found. */
export interface PlantedDefect {
  /** What was planted, in words. */
  readonly name: string;
  /** The object that must be named, such as `Deployment shop/cart`. */
  readonly object: string;
  /** What the message must say. */
  readonly message: RegExp;
}

/** What a suite is run with. */
export interface Context {
  readonly systems: readonly System[];
  /** Whether they are the applications of this repository, and not somebody's manifests. */
  readonly applications: boolean;
  readonly seed: number;
  /** How many random systems. */
  readonly runs: number;
  /** A folder of the suite's own for whatever it writes. */
  readonly scratch: string;
  /** Judges, prints a line, and goes on whatever came of it. */
  judge(subject: string, statement: string, judge: () => Promise<Findings>): Promise<void>;
  /** Holds when the planted defect is among the problems that come of judging. */
  findsPlanted(defect: PlantedDefect, judge: () => Promise<Findings>): Promise<void>;
}

/** What a suite asks of the machine, as measured on two idle cores: those that fit run side by side. */
export interface Load {
  /** How long it takes, in seconds: long suites start first. */
  readonly seconds: number;
  /** How many cores it keeps busy, on average; one that computes all the time leaves the others precedence. */
  readonly cores: number;
}

/** A set of questions that one kind of judge decides. */
export interface Suite {
  readonly name: string;
  /** What its judges decide, in a line. */
  readonly decides: string;
  readonly judges: readonly (Program | Data)[];
  readonly needs: readonly Requirement[];
  readonly load: Load;
  run(context: Context): Promise<void>;
}

/** A problem with an object, which names its place. */
export function problemWith({ manifest, file, line, construct }: LocatedObject, message: string): Problem {
  return { object: titleOf(manifest), place: `${file}:${line}`, construct, message };
}
