import { titleOf } from './cluster/kubernetes-object';
import type { Data, Program } from './judges';
import type { LocatedObject, System } from './manifests';

/** Requirements of a suite in addition to its judges. */
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

/** Result of judging. */
export interface Findings {
  /** Number of judged objects, pairs or requests. 0 is a failure. */
  readonly judged: number;
  readonly problems: readonly Problem[];
}

/** The answer to one question about one subject. */
export interface Judgement extends Findings {
  readonly suite: string;
  /** Subject, such as a system of manifests. */
  readonly subject: string;
  /** Statement that holds where there is no problem. */
  readonly statement: string;
  readonly seconds: number;
}

/** A defect that a suite plants into its own input, to show that it would be found. */
export interface PlantedDefect {
  /** Planted defect, in words. */
  readonly name: string;
  /** The object that must be named, such as `Deployment shop/cart`. */
  readonly object: string;
  /** Text that the message must contain. */
  readonly message: RegExp;
}

/** Input of a suite. */
export interface Context {
  readonly systems: readonly System[];
  /** True for the applications of this repository, false for a folder of the command line. */
  readonly applications: boolean;
  readonly seed: number;
  /** Number of random systems. */
  readonly runs: number;
  /** A folder of the suite's own for whatever it writes. */
  readonly scratch: string;
  /** Judges, prints a line, and goes on whatever came of it. */
  judge(subject: string, statement: string, judge: () => Promise<Findings>): Promise<void>;
  /** Holds when the planted defect is among the problems that come of judging. */
  findsPlanted(defect: PlantedDefect, judge: () => Promise<Findings>): Promise<void>;
}

/** Load of a suite, measured on two idle cores; suites that fit together run side by side. */
export interface Load {
  /** Duration, in seconds. Long suites start first. */
  readonly seconds: number;
  /** Average number of busy cores. Suites of one core or more run at a lower priority. */
  readonly cores: number;
  /** True for a suite that judges times of a program which others would delay. It runs alone. */
  readonly alone?: boolean;
}

/** A set of questions that one kind of judge decides. */
export interface Suite {
  readonly name: string;
  /** Summary of the judges' decision, in one line. */
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
