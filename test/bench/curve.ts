/** One point of the curve. */
export interface Point {
  readonly services: number;
  /** Milliseconds for each service. */
  readonly each: number;
}

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT] = [640, 320, 60, 40, 20, 20];

/** Draws time per service over the number of services, which grows by powers of ten, as an SVG. */
export function drawCurve(points: readonly Point[]): string {
  const most = Math.max(...points.map(({ each }) => each)) * 1.1;
  const exponents = points.map(({ services }) => Math.log10(services));
  const [first, last] = [Math.min(...exponents), Math.max(...exponents)];
  const x = (services: number) =>
    LEFT + ((Math.log10(services) - first) / (last - first || 1)) * (WIDTH - LEFT - RIGHT);
  const y = (each: number) => HEIGHT - BOTTOM - (each / most) * (HEIGHT - BOTTOM - TOP);
  const at = ({ services, each }: Point) => `${x(services).toFixed(1)},${y(each).toFixed(1)}`;
  const floor = HEIGHT - BOTTOM;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    '  <title>Time per service by number of services</title>',
    `  <rect width="${WIDTH}" height="${HEIGHT}" fill="white"/>`,
    `  <path d="M${LEFT},${TOP}V${floor}H${WIDTH - RIGHT}" fill="none" stroke="black"/>`,
    `  <polyline points="${points.map(at).join(' ')}" fill="none" stroke="#0b6bcb" stroke-width="2"/>`,
    ...points.map((point) => {
      const [cx, cy] = at(point).split(',');
      return `  <circle cx="${cx}" cy="${cy}" r="3" fill="#0b6bcb"/>`;
    }),
    ...points.map(({ services, each }) =>
      [
        text(x(services), floor + 16, services.toLocaleString('en')),
        text(x(services), y(each) - 8, `${each.toFixed(2)} ms`),
      ].join('\n'),
    ),
    text((WIDTH + LEFT) / 2, HEIGHT - 6, 'services'),
    '</svg>',
    '',
  ].join('\n');
}

function text(x: number, y: number, content: string): string {
  return `  <text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="middle">${content}</text>`;
}
