import type { Rule } from '../../../../errors';
import type { GatewayApiFacts } from '../facts';
import { type BehindGateway, MS2054_ROUTES } from './ms2054';
import { MS2053_GATEWAY_API } from './ms2053';

/** Rules for an installation of the Gateway API. */
export const GATEWAY_API_PLATFORM_RULES: readonly Rule<GatewayApiFacts>[] = [MS2053_GATEWAY_API];

/** Rules for a microservice behind a Gateway. */
export const GATEWAY_API_RULES: readonly Rule<BehindGateway>[] = [MS2054_ROUTES];
