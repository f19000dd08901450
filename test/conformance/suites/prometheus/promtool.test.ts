import { readReport } from './promtool';

test('reads each failure with its test and its file', () => {
  const xml =
    '<testsuites><testsuite name="/tmp/1.json" tests="2" failures="1"><testcase name="is ' +
    ('silent"></testcase><testcase name="a &#34;b&#34; fires"><failure>    expr: &#34;x&#34;,&#xA;  got: ' +
      'nil</failure></testcase></testsuite>') +
    ('<testsuite name="/tmp/2.json" tests="1" errors="1"><testcase name="unknown"><error>cannot be ' +
      'read</error></testcase></testsuite></testsuites>');
  expect(readReport(xml)).toEqual([
    { suite: '/tmp/1.json', test: 'a "b" fires', message: 'expr: "x",\n  got: nil' },
    { suite: '/tmp/2.json', test: 'unknown', message: 'cannot be read' },
  ]);
});
