import {
  cidr,
  configKey,
  dns1035Label,
  dnsLabel,
  dnsSubdomain,
  environmentName,
  Grammar,
  labelValue,
  portName,
  qualifiedName,
  wildcardHost,
} from './grammar';

const CASES: readonly (readonly [name: string, grammar: Grammar, good: readonly string[], bad: readonly string[]])[] = [
  ['dnsLabel', dnsLabel, ['a', '1a', 'a-b', 'a'.repeat(63)], ['', 'A', '-a', 'a-', 'a.b', 'a'.repeat(64)]],
  ['dns1035Label', dns1035Label, ['a', 'a-1'], ['1a', 'a.b']],
  ['dnsSubdomain', dnsSubdomain, ['a', 'a.b', '1.a'], ['', 'a..b', '.a', 'a.', 'a_b', 'a'.repeat(254)]],
  ['wildcardHost', wildcardHost, ['*.example.com', 'example.com'], ['*', '*example.com', 'a.*.com']],
  ['labelValue', labelValue, ['', 'A_b.c-1'], ['-a', 'a ', 'a/b', 'a'.repeat(64)]],
  [
    'qualifiedName',
    qualifiedName,
    ['name', 'app.kubernetes.io/name', 'Name_1'],
    ['', '/name', 'a/b/c', 'A.io/name', 'a/'],
  ],
  ['configKey', configKey, ['a', '..a', 'A_1.yaml'], ['', '.', '..', 'a/b', 'a b']],
  ['environmentName', environmentName, ['PATH', '_a', 'a.b-c'], ['', '1A', 'A=B', '..a']],
  ['portName', portName, ['http', '9p', 'grpc-web'], ['', '80', 'a--b', '-a', 'Http', 'a'.repeat(16)]],
  [
    'cidr',
    cidr,
    ['10.0.0.0/8', '0.0.0.0/0', 'fd00::/8', '::/0'],
    ['10.0.0.0', '10.0.0/8', '10.0.0.256/8', '10.0.0.0/33', '01.0.0.0/8', 'fd00::/129', 'a/8', '10.0.0.0/8/8'],
  ],
];

test.each(CASES)('%s', (_, grammar, good, bad) => {
  expect(good.filter((text) => grammar(text) !== undefined)).toEqual([]);
  expect(bad.filter((text) => grammar(text) === undefined)).toEqual([]);
});
