import { Output } from './output';

let printed: string;
let output: Output<string>;

beforeEach(() => {
  printed = '';
  output = new Output((text) => (printed += text));
});

test('the first writer is printed as it writes', () => {
  output.write('first', 'a');
  expect(printed).toBe('a');
  output.write('first', 'b');
  expect(printed).toBe('ab');
});

test('the text of another writer is held until the first has ended, and is then printed as it is written', () => {
  output.write('first', '1');
  output.write('second', 'a');
  output.write('first', '2');
  output.write('second', 'b');
  expect(printed).toBe('12');
  output.end('first');
  expect(printed).toBe('12ab');
  output.write('second', 'c');
  expect(printed).toBe('12abc');
});

test('writers that have ended come before the one that still writes', () => {
  output.write('first', '1');
  output.write('slow', 's');
  output.write('fast', 'f');
  output.end('fast');
  expect(printed).toBe('1');
  output.end('first');
  expect(printed).toBe('1fs');
  output.write('late', 'l');
  output.write('slow', 'S');
  output.end('slow');
  expect(printed).toBe('1fsSl');
});

test('a writer without text holds nobody up', () => {
  output.end('silent');
  output.write('first', 'a');
  output.end('first');
  output.write('second', 'b');
  expect(printed).toBe('ab');
});
