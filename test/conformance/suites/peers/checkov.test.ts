import { readCheckov } from './checkov';

const SUMMARY = { passed: 40, failed: 1, skipped: 0, parsing_errors: 0, resource_count: 1 };
const FAILED = {
  check_id: 'CKV_K8S_40',
  check_name: 'Containers should run as a high UID',
  file_path: '/shop.yaml',
  file_line_range: [78, 194],
  resource: 'Deployment.shop.cart',
};

test('failed checks are findings, within the lines of their object', () => {
  expect(
    readCheckov(JSON.stringify({ check_type: 'kubernetes', results: { failed_checks: [FAILED] }, summary: SUMMARY })),
  ).toEqual({
    checks: 41,
    findings: [
      { check: 'CKV_K8S_40', words: 'Containers should run as a high UID', file: 'shop.yaml', target: { line: 194 } },
    ],
  });
});

test('where there was nothing to check, there is nothing', () => {
  expect(readCheckov(JSON.stringify({ passed: 0, failed: 0, skipped: 0, parsing_errors: 0 }))).toEqual({
    checks: 0,
    findings: [],
  });
});

test('a file that was not read is not a good one', () => {
  expect(() =>
    readCheckov(JSON.stringify({ results: { failed_checks: [] }, summary: { ...SUMMARY, parsing_errors: 2 } })),
  ).toThrow('2 of the files could not be read');
});
