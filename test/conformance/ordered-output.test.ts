import { OrderedOutput } from './ordered-output';

let printed: string;
let output: OrderedOutput<string>;

beforeEach(() => {
  printed = '';
  output = new OrderedOutput(['first', 'second', 'third'], (text) => (printed += text));
});

test('the first writer is printed as it writes', () => {
  output.write('first', 'a');
  expect(printed).toBe('a');
  output.write('first', 'b');
  expect(printed).toBe('ab');
});

test('the others are printed once those before them have ended, each whole', () => {
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

test('the order of the list holds, whoever ends first', () => {
  output.write('third', 'c');
  output.end('third');
  output.write('second', 'b');
  output.end('second');
  expect(printed).toBe('');
  output.write('first', 'a');
  output.end('first');
  expect(printed).toBe('abc');
});

test('a writer that writes nothing holds nobody up once it has ended', () => {
  output.write('second', 'b');
  output.end('first');
  expect(printed).toBe('b');
});
