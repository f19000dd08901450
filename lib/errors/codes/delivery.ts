import { CodeEntry, refused } from './entry';

/** Findings about how new versions take over. */
export const DELIVERY_CODES = {
  MS6101: refused('a candidate is impossible',
    'Where no controller walks the steps of a canary, the platform states candidates: the image of a new version and the weight of one of the steps, for microservices with `Rollout.canary()`.'),
} as const satisfies Record<string, CodeEntry>;
