import { prepareSchema } from './judge/schema-cache';

/** Makes the schema once, before several workers want it. */
export default prepareSchema;
