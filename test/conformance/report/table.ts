import type { Judgement, Problem } from '../suite';

const PROBLEMS_SHOWN = 20;
const MESSAGE_LENGTH = 500;

/** A judgement as a line of the table, and below it what is wrong. */
export function row(judgement: Judgement): string {
  const { subject, statement, judged, seconds } = judgement;
  const verdict = isGood(judgement) ? 'ok  ' : 'FAIL';
  return [
    `  ${verdict}  ${subject.padEnd(28)}  ${statement.padEnd(62)} ${`${judged}`.padStart(7)}  ` +
      `${seconds.toFixed(1).padStart(6)} s`,
    ...problemLines(judgement),
  ].join('\n');
}

/** Nothing is wrong, and there was something to judge. */
export function isGood({ judged, problems }: Pick<Judgement, 'judged' | 'problems'>): boolean {
  return judged > 0 && problems.length === 0;
}

/** Why a judgement is not good, a line for each problem. */
export function reasons({ judged, problems }: Pick<Judgement, 'judged' | 'problems'>): string[] {
  return problems.length === 0 && judged === 0 ? ['there was nothing to judge'] : problems.map(problemLine);
}

function problemLines(judgement: Judgement): string[] {
  if (isGood(judgement)) return [];
  const lines = reasons(judgement);
  const left = lines.length - PROBLEMS_SHOWN;
  return [...lines.slice(0, PROBLEMS_SHOWN), ...(left > 0 ? [`and ${left} more: see the JUnit file`] : [])].map(
    (line) => `        ${line.replaceAll('\n', '\n        ')}`,
  );
}

function problemLine({ object, place, construct, message }: Problem): string {
  const where = [object, place !== undefined && `(${place})`, construct !== undefined && `construct ${construct}`]
    .filter(Boolean)
    .join(' ');
  const text = message.length > MESSAGE_LENGTH ? `${message.slice(0, MESSAGE_LENGTH)} …` : message;
  return where === '' ? text : `${where}: ${text}`;
}
