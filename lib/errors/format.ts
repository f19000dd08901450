import { Finding, Severity } from './finding';

/** A finding as a person reads it: three lines, and a fourth where it was acknowledged. */
export function formatFinding(finding: Finding): string {
  const head = finding.acknowledged === undefined ? finding.severity : 'acknowledged';
  return [
    `${head} ${finding.code} ${finding.path || '(app)'}: ${finding.message}`,
    `  ${finding.given}${finding.allowed === undefined ? '' : `; allowed: ${finding.allowed}`}`,
    `  ${finding.acknowledged === undefined ? finding.fix : `because: ${finding.acknowledged}`}`,
  ].join('\n');
}

/**
 * The report of one synth: what is not acknowledged, sorted, and a closing line that counts. Empty where there is
 * nothing to say.
 */
export function formatReport(findings: readonly Finding[]): string {
  const open = sortFindings(findings).filter((finding) => finding.acknowledged === undefined);
  if (open.length === 0) return '';
  const errors = open.filter(isError).length;
  const warnings = open.length - errors;
  const counts = [count(errors, 'error'), count(warnings, 'warning')].filter((text) => text !== '').join(', ');
  return [...open.map(formatFinding), errors > 0 ? `${counts}; nothing was written` : counts].join('\n') + '\n';
}

/** The same report for machines; acknowledged findings are in it, with their reasons. */
export function formatJson(findings: readonly Finding[]): string {
  return JSON.stringify({ version: 1, findings: sortFindings(findings) }, undefined, 2) + '\n';
}

/** True for a finding that keeps output from being written. */
export function isError(finding: Finding): boolean {
  return finding.severity === Severity.ERROR && finding.acknowledged === undefined;
}

/** By path, then code, then text: the order never depends on the order of the program. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = (finding: Finding) => [finding.path, finding.code, finding.message, finding.given].join('\u0000');
  return findings
    .map((finding) => ({ finding, key: key(finding) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ finding }) => finding);
}

function count(amount: number, noun: string): string {
  return amount === 0 ? '' : `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
