import { RECIPES } from './catalogue';
import { missingAmong } from './locate';
import { reasonsAgainst } from './requirements';
import { COMPLETE, recipeNamed } from './testing';
import { Ask, findTools, Tools } from './tools';

const reasons = (name: string, tools: Partial<Tools>) => reasonsAgainst(recipeNamed(name), { ...COMPLETE, ...tools });

test('nothing is missing on a complete machine', () => {
  for (const recipe of RECIPES) expect(reasonsAgainst(recipe, COMPLETE)).toEqual([]);
});

test('without Go', () => {
  expect(reasons('etcd', { go: undefined })).toEqual(['Go 1.26.0 or newer is needed; it was not found as go']);
  expect(reasons('crds', { go: undefined })).toEqual(['Go 1.21 or newer is needed; it was not found as go']);
  for (const name of ['envoy', 'checkov', 'kubectl']) expect(reasons(name, { go: undefined })).toEqual([]);
});

test.each([
  ['1.25.9', false],
  ['1.26', true],
  ['1.26.0', true],
  ['1.27rc1', true],
  ['2.0', true],
  ['1.9.1', false],
])('with Go %s', (go, isEnough) => {
  expect(reasons('etcd', { go })).toEqual(isEnough ? [] : [`Go 1.26.0 or newer is needed; go is ${go}`]);
});

test('without Python, with an old one, without venv', () => {
  const needed = 'Python 3.11.5 or newer with venv is needed';
  expect(reasons('checkov', { python: undefined })).toEqual([`${needed}; it was not found as python3`]);
  expect(reasons('checkov', { python: { version: '3.9.2', hasVenv: true } })).toEqual([`${needed}; python3 is 3.9.2`]);
  expect(reasons('envoy', { python: { version: '3.11.7', hasVenv: false } })).toEqual([
    `${needed}; python3 is 3.11.7 without venv (on Debian: apt-get install python3-venv)`,
  ]);
});

test('on other machines', () => {
  expect(reasons('etcd', { platform: 'darwin' })).toEqual(['Linux is needed; this is darwin']);
  expect(reasons('etcd', { arch: 'arm64' })).toEqual([]);
  for (const name of ['envoy', 'trivy', 'kubectl'])
    expect(reasons(name, { arch: 'arm64' })).toEqual(['Linux on x86-64 is needed; this is linux on arm64']);
});

test('says it for each judge that it is asked about', () => {
  expect(missingAmong(['etcd', 'kubectl', 'promtool', 'crds'], { ...COMPLETE, go: undefined, arch: 'arm64' })).toEqual([
    { judge: 'etcd', reason: 'Go 1.26.0 or newer is needed; it was not found as go' },
    { judge: 'kubectl', reason: 'Linux on x86-64 is needed; this is linux on arm64' },
    { judge: 'promtool', reason: 'Go 1.26.0 or newer is needed; it was not found as go' },
    { judge: 'crds', reason: 'Go 1.21 or newer is needed; it was not found as go' },
  ]);
});

describe('looking for the tools', () => {
  const here = { platform: 'linux', arch: 'x64' };
  const answers =
    (known: Readonly<Record<string, string>>): Ask =>
    (command, args) =>
      known[[command, ...args].join(' ')];
  const version = 'python3 -c import platform; print(platform.python_version())';

  test('finds them', () => {
    const ask = answers({
      'go env GOVERSION': 'go1.26.8',
      [version]: '3.11.7',
      'python3 -c import venv, ensurepip': '',
    });
    expect(findTools(ask, here)).toEqual(COMPLETE);
  });

  test('finds none', () => {
    expect(findTools(answers({}), here)).toEqual({ ...here, go: undefined, python: undefined });
  });

  test('finds Python without venv, and a Go built from its source', () => {
    expect(findTools(answers({ [version]: '3.11.7' }), here).python).toEqual({ version: '3.11.7', hasVenv: false });
    expect(findTools(answers({ 'go env GOVERSION': 'devel go1.27-abc' }), here).go).toBe('1.27-abc');
  });
});
