import * as fc from 'fast-check';
import { Finding, formatFinding, formatJson, formatReport, isError, Severity, sortFindings } from '../../lib/errors';

const made = (finding: Partial<Finding> = {}): Finding => ({
  code: 'MS1007',
  severity: Severity.ERROR,
  path: 'shop/checkout',
  message: 'memory request 2Gi is above its limit 512Mi',
  given: 'resources.memory.request was 2Gi, resources.memory.limit was 512Mi',
  fix: 'raise the limit or lower the request',
  ...finding,
});

describe('a finding', () => {
  test('is three lines: where and what, what was given, what to do', () => {
    expect(formatFinding(made())).toBe(
      [
        'error MS1007 shop/checkout: memory request 2Gi is above its limit 512Mi',
        '  resources.memory.request was 2Gi, resources.memory.limit was 512Mi',
        '  raise the limit or lower the request',
      ].join('\n'),
    );
  });

  test('says what is allowed', () => {
    expect(formatFinding(made({ allowed: 'up to 512Mi' })).split('\n')[1]).toMatch(/; allowed: up to 512Mi$/);
  });

  test('gives the reason where it was acknowledged', () => {
    expect(formatFinding(made({ acknowledged: 'only in the test cluster' })).split('\n')).toEqual([
      expect.stringMatching(/^acknowledged MS1007 /),
      expect.any(String),
      '  because: only in the test cluster',
    ]);
  });

  test('of the whole app has a place too', () => {
    expect(formatFinding(made({ path: '' }))).toMatch(/^error MS1007 \(app\): /);
  });

  test('is an error unless it is a warning or was acknowledged', () => {
    expect(isError(made())).toBe(true);
    expect(isError(made({ severity: Severity.WARNING }))).toBe(false);
    expect(isError(made({ acknowledged: 'only in the test cluster' }))).toBe(false);
  });
});

describe('the report', () => {
  test('is empty where there is nothing to say', () => {
    expect(formatReport([])).toBe('');
    expect(formatReport([made({ acknowledged: 'only in the test cluster' })])).toBe('');
  });

  test('sorts, counts, and says whether something was written', () => {
    const lines = formatReport([
      made({ path: 'b' }),
      made({ path: 'a', severity: Severity.WARNING }),
      made({ path: 'a' }),
    ]).split('\n');
    expect(
      lines.filter((line) => line.startsWith('error') || line.startsWith('warning')).map((line) => line.split(':')[0]),
    ).toEqual(['warning MS1007 a', 'error MS1007 a', 'error MS1007 b']);
    expect(lines.slice(-2)).toEqual(['2 errors, 1 warning; nothing was written', '']);
  });

  test('with warnings alone does not say that nothing was written', () => {
    expect(formatReport([made({ severity: Severity.WARNING })])).toMatch(/\n1 warning\n$/);
  });
});

describe('the report for machines', () => {
  test('holds every finding, acknowledged ones with their reasons', () => {
    const acknowledged = made({ path: 'a', acknowledged: 'only in the test cluster' });
    expect(JSON.parse(formatJson([made({ path: 'b' }), acknowledged]))).toEqual({
      version: 1,
      findings: [acknowledged, made({ path: 'b' })],
    });
  });

  test('of nothing is an empty list', () => {
    expect(JSON.parse(formatJson([]))).toEqual({ version: 1, findings: [] });
  });
});

test('the order of findings depends on what they say alone', () => {
  const finding = fc
    .record({
      path: fc.constantFrom('a', 'a/b', 'a-b', 'b'),
      code: fc.constantFrom('MS1001', 'MS2001'),
      message: fc.constantFrom('x', 'y'),
      given: fc.constantFrom('1', '2'),
    })
    .map(made);
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 8 }), (findings) => {
      expect(sortFindings([...findings].reverse())).toEqual(sortFindings(findings));
      expect(sortFindings(findings)).toHaveLength(findings.length);
    }),
  );
});
