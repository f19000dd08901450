import type { Suite } from '../suite';
import { apiServer } from './api-server';

/** All suites, in the order in which they run. */
export const SUITES: readonly Suite[] = [apiServer];
