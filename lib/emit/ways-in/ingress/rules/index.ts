import type { Rule } from '../../../../errors';
import { type IngressUse, MS2057 } from './ms2057';
import { type BehindController, MS2054_INGRESS } from './ms2054';

export { MS2057 };

/** Rules for an installation of an Ingress controller. */
export const INGRESS_PLATFORM_RULES: readonly Rule<IngressUse>[] = [MS2057];

/** Rules for a microservice behind an Ingress controller. */
export const INGRESS_RULES: readonly Rule<BehindController>[] = [MS2054_INGRESS];
