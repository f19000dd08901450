import type { PanelThreshold } from './panel';

/** Colours of an error budget that is left: red where it is overspent. */
export const BUDGET_THRESHOLDS: readonly PanelThreshold[] = [
  { color: 'red' },
  { from: 0, color: 'orange' },
  { from: 0.25, color: 'yellow' },
  { from: 0.5, color: 'green' },
];
