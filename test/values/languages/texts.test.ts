import { celString, goTemplateText, grafanaText, holdsTemplate, isEnvoyText, isHttpUrl } from '../../../lib/values';

test('a string literal of CEL keeps quotes, backslashes and line breaks inside', () => {
  expect(celString("a'b\\c")).toBe("'a\\'b\\\\c'");
  expect(celString('a\n\r\u0000\u0085b')).toBe("'a\\u000a\\u000d\\u0000\\u0085b'");
});

test('braces of a text are no template of Go', () => {
  expect(goTemplateText('{{ x }} and {{y}}')).toBe('{{"{{"}} x }} and {{"{{"}}y}}');
  expect(goTemplateText('{{{')).toBe('{{"{{"}}{');
  expect([holdsTemplate('a{{b'), holdsTemplate('a{b}')]).toEqual([true, false]);
});

test.each(['$G', '${datasource}', '[[x]]', '{{pod}}', '{{{'])('Grafana shows %s as it is', (text) => {
  expect(grafanaText(text)).not.toMatch(/\$[\w{]|\[\[|\{\{/);
  expect(grafanaText(text).replaceAll('\u2060', '')).toBe(text);
});

test('Grafana has other texts unchanged', () => {
  expect(grafanaText('orders, 5 $ {a} [b]')).toBe('orders, 5 $ {a} [b]');
});

test.each(['%REQ(:PATH)%', '100%', 'a\nb', 'é', 'a\u0000'])('Envoy reads %j as something else', (value) => {
  expect(isEnvoyText(value)).toBe(false);
});

test('Envoy takes printable ASCII as it is', () => {
  expect(isEnvoyText('Bearer a/b+c== {x} $y')).toBe(true);
});

test.each([
  ['http://prometheus.monitoring:9090', true],
  ['https://runbooks.example.com/a?b=c#', true],
  ['http://', false],
  ['https:///path', false],
  ['ftp://a', false],
  ['http://a b', false],
  ['http://a\n', false],
  ['https://a/{{ $labels.pod }}', false],
])('%j is a URL of HTTP: %s', (text, expected) => {
  expect(isHttpUrl(text)).toBe(expected);
});
