import { withoutTraces } from '../../lib/app/cli-traces';

const filtered = (text: string) => {
  const passed: string[] = [];
  const { line, end } = withoutTraces((each) => passed.push(each));
  text.split('\n').forEach(line);
  end();
  return passed.join('\n');
};
const OWN = '    at Object.handler (/x/node_modules/cdk8s-cli/lib/cli/cmds/synth.js:81:19)\n    at main (/x/y.js:1:1)';
const OTHER = '    at Object.<anonymous> (/x/main.ts:3:1)';

test.each([
  ['a line', 'a line'],
  [`before\nError: not so\n${OWN}\nafter`, 'before\nnot so\nafter'],
  [`report\nError: command "node x" at /x returned a non-zero exit code 1\n${OWN}`, 'report'],
  [`YAMLParseError: bad\n${OWN}`, 'bad'],
  [`TypeError: mine\n${OTHER}\n\nNode.js v20`, `TypeError: mine\n${OTHER}\n\nNode.js v20`],
  [`Error: mine\n${OTHER}\nError: command "x" at /x returned a non-zero exit code 1\n${OWN}`, `Error: mine\n${OTHER}`],
  ['Error: without frames', 'Error: without frames'],
])('%j becomes %j', (text, passed) => {
  expect(filtered(text)).toBe(passed);
});
