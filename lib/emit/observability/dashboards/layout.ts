import { PlacedPanel, PlacedRow, RowOf } from './panel';

const COLUMNS = 24;
const MOST_ABREAST = 4;
const PANEL_HEIGHT = 8;
const NUMBERS_A_ROW = 100;

/**
 * Lays out the rows that have panels.
 *
 * Panel ids count all possible panels, so that links to a panel survive changes of the others.
 */
export function placeRows<Facts>(rows: readonly RowOf<Facts>[], facts: Facts): PlacedRow[] {
  let y = 0;
  return rows.flatMap(({ title, panels }, row) => {
    const id = NUMBERS_A_ROW * (row + 1);
    const visible = panels.flatMap((panelOf, at) => {
      const panel = panelOf(facts);
      return panel === undefined ? [] : [{ id: id + at + 1, panel }];
    });
    if (visible.length === 0) return [];
    const top = y;
    const abreast = Math.min(visible.length, MOST_ABREAST);
    const w = COLUMNS / abreast;
    y += 1 + PANEL_HEIGHT * Math.ceil(visible.length / abreast);
    return [
      {
        id,
        title,
        at: { x: 0, y: top, w: COLUMNS, h: 1 },
        panels: visible.map((panel, at): PlacedPanel => ({
          ...panel,
          at: { x: w * (at % abreast), y: top + 1 + PANEL_HEIGHT * Math.floor(at / abreast), w, h: PANEL_HEIGHT },
        })),
      },
    ];
  });
}
