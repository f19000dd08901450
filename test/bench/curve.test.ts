import { drawCurve } from './curve';

const POINTS = [
  { services: 10, each: 4 },
  { services: 100, each: 2 },
  { services: 1_000, each: 1 },
];
const svg = drawCurve(POINTS);
const circles = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);

test('each point stands at its own place, powers of ten equally far apart, less time further down', () => {
  const [[x0, y0], [x1, y1], [x2, y2]] = circles as [[number, number], [number, number], [number, number]];
  expect(x2 - x1).toBeCloseTo(x1 - x0, 0);
  expect(y0).toBeLessThan(y1);
  expect(y1).toBeLessThan(y2);
  // 4, 2 and 1 ms: the first gap is twice the second.
  expect((y1 - y0) / (y2 - y1)).toBeCloseTo(2, 1);
});

test('sizes and times are written out', () => {
  for (const text of ['>10<', '>100<', '>1,000<', '>4.00 ms<', '>1.00 ms<']) expect(svg).toContain(text);
});

test('a single point has a curve', () => {
  expect(drawCurve([POINTS[0]!])).not.toMatch(/NaN|Infinity/);
});
