import { junit } from './junit';

test('a suite that was left out says why', () => {
  expect(junit('istio', [], 'root is needed')).toContain(
    '<testsuite name="istio" tests="1" failures="0" skipped="1" time="0.000">\n    <testcase classname="istio" ' +
      'name="the suite runs">\n      <skipped message="root is needed"/>',
  );
});

test('what XML cannot carry is replaced', () => {
  const text = junit('peers', [
    {
      suite: 'peers',
      subject: 'shop',
      statement: 'is clean',
      judged: 1,
      seconds: 0.5,
      problems: [{ message: 'red \u001b[31m & "bold"\nnext' }],
    },
  ]);
  expect(text).toContain(
    '<failure message="red \ufffd[31m &amp; &quot;bold&quot;&#10;next">red \ufffd[31m &amp; ' +
      '&quot;bold&quot;\nnext</failure>',
  );
});
