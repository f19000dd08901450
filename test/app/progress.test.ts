import { App, ApiObject, Chart } from 'cdk8s';
import { ApplicationStack, Microservice, Port } from '../../lib';
import { Progress } from '../../lib/app/progress';
import { synthesize } from '../../lib/app/synthesis';
import { relay, terminalOf, type Terminal } from '../../lib/app/terminal';
import { updateOutput } from '../../lib/app/update';
import { inScratch } from './scratch-folder';
import { updateOf } from './outputs';

/** A terminal that keeps its lines, and a clock that goes on by `step` each time it is read. */
function watched(step: number) {
  const lines: string[] = [];
  const terminal: Terminal = { show: (line) => lines.push(line), clear: () => lines.push('') };
  let now = 0;
  const clock = () => (now += step);
  return { lines, progress: new Progress(terminal, clock) };
}

function shop(): App {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop');
  for (const name of ['cart', 'checkout', 'payment'])
    new Microservice(stack, name, { image: 'ghcr.io/acme/shop:1.0.0', ports: [Port.http(8080)] });
  new ApiObject(new Chart(app, 'other'), 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } });
  return app;
}

test('a synth shows which services are checked and rendered', () => {
  const { lines, progress } = watched(2000);
  const { services, objects } = synthesize(shop(), { recordConstructMetadata: false, stream: false, progress });
  progress.end();
  expect(lines).toEqual([
    'checking: 1 of 3 services',
    'checking: 2 of 3 services',
    'checking: 3 of 3 services',
    'rendering: 1 of 3 services',
    'rendering: 2 of 3 services',
    'rendering: 3 of 3 services',
    '',
  ]);
  expect(services).toBe(3);
  expect(objects).toBeGreaterThan(9);
});

test('writing shows how many files are compared and written', () => {
  inScratch((folder) => {
    const { lines, progress } = watched(2000);
    updateOutput(folder, updateOf({ 'a.yaml': 'a', 'b.yaml': 'b' }));
    updateOutput(folder, { ...updateOf({ 'a.yaml': 'a', 'b.yaml': 'B' }), progress });
    expect(lines).toEqual([
      'comparing: 1 of 2 files',
      'comparing: 2 of 2 files',
      // With the inventory.
      'writing: 1 of 2 files',
      'writing: 2 of 2 files',
    ]);
  });
});

test('a short run shows nothing, and clears nothing', () => {
  const { lines, progress } = watched(1);
  const count = progress.counting('rendering', 1999, 'services');
  for (let at = 0; at < 1999; at += 1) count();
  progress.end();
  expect(lines).toEqual([]);
});

test('a long run shows a line at most ten times a second', () => {
  const { lines, progress } = watched(10);
  const count = progress.counting('rendering', 300, 'services');
  for (let at = 0; at < 300; at += 1) count();
  expect(lines[0]).toBe('rendering: 200 of 300 services');
  expect(lines).toHaveLength(11);
});

describe('the terminal of a process', () => {
  const processOf = (isTTY: boolean, env: Record<string, string> = {}, columns?: number) => {
    const written: string[] = [];
    const stderr = { isTTY, columns, write: (text: string) => written.push(text) };
    return { terminal: terminalOf({ stderr, env }), written };
  };

  test('is none where stderr is a pipe, and none in CI', () => {
    expect(processOf(false).terminal).toBeUndefined();
    expect(processOf(true, { CI: 'true' }).terminal).toBeUndefined();
    expect(processOf(true, { CI: '1' }).terminal).toBeUndefined();
    expect(processOf(false, { CDK8S_MICROSERVICE_TERMINAL: 'true', CI: 'true' }).terminal).toBeUndefined();
    expect(processOf(false, { CDK8S_MICROSERVICE_TERMINAL: 'false' }).terminal).toBeUndefined();
  });

  test.each(['', 'false', '0'])('is there with CI=%j', (CI) => {
    expect(processOf(true, { CI }).terminal).toBeDefined();
  });

  test('shows one line over the other, cut to its width', () => {
    const { terminal, written } = processOf(true, {}, 9);
    terminal!.show('rendering: 1');
    terminal!.clear();
    expect(written).toEqual(['\r\u001B[2Krenderin', '\r\u001B[2K']);
  });

  test.each([0, undefined])('of %j columns shows a line whole', (columns) => {
    const { terminal, written } = processOf(true, {}, columns);
    terminal!.show('rendering: 1 of 3 services');
    expect(written).toEqual(['\r\u001B[2Krendering: 1 of 3 services']);
  });

  test('of the command shows what the program below it sends, and no other line', () => {
    const { terminal: sender, written } = processOf(false, { CDK8S_MICROSERVICE_TERMINAL: 'true' });
    sender!.show('rendering: 1');
    sender!.clear();
    const shown: string[] = [];
    const terminal: Terminal = { show: (line) => shown.push(line), clear: () => shown.push('') };
    const lines = written.join('').split('\n').slice(0, -1);
    expect(lines.map((line) => relay(line, terminal))).toEqual([true, true]);
    expect(relay('error MS1005', terminal)).toBe(false);
    expect(shown).toEqual(['rendering: 1', '']);
  });
});
