import { placeRows } from '../../../../lib/emit/observability/dashboards/layout';
import type { PanelOf } from '../../../../lib/emit/observability/dashboards/panel';
import { dashboardsIn, fullShop } from './program';

const panel =
  (title: string): PanelOf<boolean> =>
  (shown) =>
    shown || title === 'always'
      ? { title, description: '', visualization: 'timeseries', unit: 'none', queries: [] }
      : undefined;
const row = (title: string, ...panels: string[]) => ({ title, panels: panels.map(panel) });

test('panels share the width of their row, at most four abreast', () => {
  const [one, five] = placeRows([row('one', 'a'), row('five', 'a', 'b', 'c', 'd', 'e')], true);
  expect(one!.panels.map(({ at }) => at)).toEqual([{ x: 0, y: 1, w: 24, h: 8 }]);
  expect(five!.at).toEqual({ x: 0, y: 9, w: 24, h: 1 });
  expect(five!.panels.map(({ at }) => [at.x, at.y, at.w])).toEqual([
    [0, 10, 6],
    [6, 10, 6],
    [12, 10, 6],
    [18, 10, 6],
    [0, 18, 6],
  ]);
});

test('rows without panels take no room, and numbers stay', () => {
  const rows = [row('gone', 'a'), row('half', 'a', 'always')];
  const [half, ...others] = placeRows(rows, false);
  expect(others).toEqual([]);
  expect(half).toMatchObject({ id: 200, title: 'half', at: { y: 0 }, panels: [{ id: 202, at: { x: 0, w: 24 } }] });
});

test('nothing overlaps, and nothing leaves the grid', () => {
  for (const { panels } of dashboardsIn(fullShop().written()).values()) {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)}/${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const {
      gridPos: { x, w },
    } of panels)
      expect(x + w).toBeLessThanOrEqual(24);
  }
});
