export { GatewayApi, type GatewayApiProps } from './gateway-api';
export { GatewayApiVersion } from './gateway-api-version';
export { GatewayClass, type GatewayClassProps } from './gateway-class';
export type { PlatformGateway } from './platform-gateway';
