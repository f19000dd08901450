import { Severity } from './finding';

/** What a code stands for. */
export interface CodeEntry {
  readonly title: string;
  readonly severity: Severity;
  /** Whether `acknowledge` can accept it; not where Kubernetes or the synthesis itself would fail. */
  readonly acknowledgeable: boolean;
}

const refused = (title: string): CodeEntry => ({ title, severity: Severity.ERROR, acknowledgeable: false });
const error = (title: string): CodeEntry => ({ title, severity: Severity.ERROR, acknowledgeable: true });
const warning = (title: string): CodeEntry => ({ title, severity: Severity.WARNING, acknowledgeable: true });

/** Every code: 0 the program and its output, 1 microservices, 2 calls and exposures, 3 stacks and platforms. A code is never reused. */
export const CODES = {
  MS0001: refused('a validation of another construct failed'),
  MS0002: refused('two objects share kind, namespace and name'),
  MS0003: refused('dependencies form a cycle'),
  MS0004: refused('an object cannot be rendered'),
  MS0005: error('a patch has no effect'),
  MS0006: refused('a patch cannot be applied'),
  MS0007: warning('an acknowledgement matches nothing'),
  MS0008: refused('an acknowledgement cannot be accepted'),
  MS0009: refused('two copies of the library are installed'),
  MS0010: refused('two files of the output share a name'),
} as const satisfies Record<string, CodeEntry>;

/** One of the codes of the catalogue. */
export type Code = keyof typeof CODES;
