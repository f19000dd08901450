import type { Judgement } from '../suite';
import { isGood, reasons } from './table';

/** A suite's judgements as a JUnit file; one that was skipped has a reason instead. */
export function junit(suite: string, judgements: readonly Judgement[], skipped?: string): string {
  const cases = judgements.map((judgement) => {
    const attributes = attributesOf({
      classname: `${suite}.${judgement.subject}`,
      name: judgement.statement,
      time: judgement.seconds.toFixed(3),
    });
    if (isGood(judgement)) return `    <testcase ${attributes}/>`;
    const lines = reasons(judgement);
    return (
      `    <testcase ${attributes}>\n      <failure ` +
      `${attributesOf({ message: lines[0]! })}>${escape(lines.join('\n'))}</failure>\n    </testcase>`
    );
  });
  if (skipped !== undefined)
    cases.push(
      `    <testcase ${attributesOf({ classname: suite, name: 'the suite runs' })}>\n      <skipped ` +
        `${attributesOf({ message: skipped })}/>\n    </testcase>`,
    );
  const counts = attributesOf({
    name: suite,
    tests: `${cases.length}`,
    failures: `${judgements.filter((judgement) => !isGood(judgement)).length}`,
    skipped: skipped === undefined ? '0' : '1',
    time: judgements.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3),
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite ${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${escape(value).replaceAll('\n', '&#10;')}"`)
    .join(' ');
}

function escape(text: string): string {
  return (
    text
      // XML 1.0 has no way to write most control characters.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
