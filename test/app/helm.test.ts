import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { App } from '../../lib';

let chart: string;
beforeEach(() => {
  chart = mkdtempSync(join(tmpdir(), 'helm-'));
  mkdirSync(join(chart, 'templates'));
});
afterEach(() => {
  rmSync(chart, { recursive: true, force: true });
});

const synth = (outdir: string, text: string, folder?: string) => {
  const app = new App({ outdir, recordConstructMetadata: true, ...(folder !== undefined && { folder }) });
  new ApiObject(new Chart(app, 'shop'), 'x', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'x' },
    data: { text },
  });
  app.synth();
};
const dataIn = (...path: string[]) => /^ {2}text: (.*)$/m.exec(readFileSync(join(chart, ...path), 'utf8'))![1];

test.each([
  ['{{ $labels.pod }}', '"{{ "{{" }} $labels.pod }}"'],
  ['{{- x -}} {{`a`}}', '"{{ "{{" }}- x -}} {{ "{{" }}`a`}}"'],
  ['{{{x}}}', '"{{ "{{" }}{x}}}"'],
])('in the templates of a chart, %s is text and no template', (text, template) => {
  writeFileSync(join(chart, 'Chart.yaml'), 'name: shop\n');
  synth(join(chart, 'templates'), text, 'shop/production');
  expect(dataIn('templates', 'shop/production', 'shop.k8s.yaml')).toBe(template);
  expect(existsSync(join(chart, 'templates', 'shop/production', 'construct-metadata.json'))).toBe(false);
});

test('a folder of that name without a chart beside it holds plain manifests', () => {
  synth(join(chart, 'templates'), '{{ x }}');
  expect(dataIn('templates', 'shop.k8s.yaml')).toBe('"{{ x }}"');
  expect(existsSync(join(chart, 'templates', 'construct-metadata.json'))).toBe(true);
});

test('and so does a folder beside the templates', () => {
  writeFileSync(join(chart, 'Chart.yaml'), 'name: shop\n');
  synth(join(chart, 'crds'), '{{ x }}');
  expect(dataIn('crds', 'shop.k8s.yaml')).toBe('"{{ x }}"');
});
