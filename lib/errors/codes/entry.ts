import { Severity } from '../finding';

/** What a code stands for. */
export interface CodeEntry {
  readonly title: string;
  readonly severity: Severity;
  /** Whether `acknowledge` can accept it; not where Kubernetes or the synthesis itself would fail. */
  readonly acknowledgeable: boolean;
  /** What it means and what to do about it, in a few sentences of Markdown; docs/findings is made of it. */
  readonly explanation: string;
}

/** An error that nobody can accept: Kubernetes or the synthesis itself would fail. */
export function refused(title: string, explanation: string): CodeEntry {
  return { title, severity: Severity.ERROR, acknowledgeable: false, explanation };
}

/** An error that a reason can excuse. */
export function error(title: string, explanation: string): CodeEntry {
  return { title, severity: Severity.ERROR, acknowledgeable: true, explanation };
}

/** Something that should be known; output is written all the same. */
export function warning(title: string, explanation: string): CodeEntry {
  return { title, severity: Severity.WARNING, acknowledgeable: true, explanation };
}
