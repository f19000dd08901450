import type { Severity } from './finding';

/** A kind of finding; its code is never reused. */
export interface FindingDefinition {
  /** Stable code, such as `MS1007`. */
  readonly code: string;

  /** The mistake in one line, without a full stop. */
  readonly title: string;

  /** Weight of the finding. */
  readonly severity: Severity;

  /** True where `acknowledge` accepts it; false where Kubernetes or the synthesis itself would fail. */
  readonly acknowledgeable: boolean;

  /** True where other findings of the program may only follow from it: they are left out while it stands. */
  readonly hidesOthers?: boolean;

  /** True where it judges one stated value by itself: it never follows from a fault elsewhere. */
  readonly standsAlone?: boolean;

  /** Meaning and remedy, in a few sentences of Markdown for the page of the code. */
  readonly explanation: string;

  /** Facts that decide, in one plain phrase, such as `call`. */
  readonly reads: string;
}

/** One occurrence of a finding, without its definition and its path. */
export interface Detail {
  /** The mistake, in one line. */
  readonly message: string;

  /** The stated value, in the words of the program. */
  readonly given: string;

  /**
   * The accepted values.
   *
   * @default - follows from the message
   */
  readonly allowed?: string;

  /** The remedy. */
  readonly fix: string;
}

/** A detail with its definition; path and acknowledgement are added where it is recorded. */
export interface Problem extends Detail {
  readonly definition: FindingDefinition;
}

/** A definition with the pure function that looks for it in facts. */
export interface Rule<Facts> extends FindingDefinition {
  /** Details of each occurrence; never throws. */
  readonly evaluate: (facts: Facts) => readonly Detail[];
}

/** All definitions, by code. */
export type Catalogue = ReadonlyMap<string, FindingDefinition>;
