import { readTrivy } from './trivy';

const CPU = {
  ID: 'KSV011',
  Message: "Container 'cart' should set 'resources.limits.cpu'",
  Status: 'FAIL',
  CauseMetadata: { StartLine: 122, EndLine: 165 },
};

function results(...Misconfigurations: readonly object[]): string {
  return JSON.stringify({
    Results: [
      { Target: 'shop.yaml', MisconfSummary: { Successes: 95, Failures: Misconfigurations.length }, Misconfigurations },
      { Target: 'other.yaml', MisconfSummary: { Successes: 95, Failures: 0 } },
    ],
  });
}

test('misconfigurations are findings, at the end of the lines that cause them', () => {
  expect(readTrivy(results(CPU))).toEqual({
    checks: 191,
    findings: [{ check: 'KSV011', words: CPU.Message, file: 'shop.yaml', target: { line: 165 } }],
  });
});

test('one without lines is about no object of the file', () => {
  expect(readTrivy(results({ ...CPU, CauseMetadata: {} })).findings).toMatchObject([{ target: { line: 0 } }]);
});

test('what passed is none', () => {
  expect(readTrivy(results({ ...CPU, Status: 'PASS' })).findings).toEqual([]);
});

test('where there was nothing to judge, there is nothing', () => {
  expect(readTrivy('{"SchemaVersion": 2}')).toEqual({ checks: 0, findings: [] });
});
