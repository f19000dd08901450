export { IstioIngressGateway, type IstioIngressGatewayProps } from './ingress-gateway';
export { SidecarMode } from './istio-facts';
export { IstioMesh, type IstioMeshProps } from './istio-mesh';
export { IstioVersion } from './istio-version';
export { ISTIO_DEFINITIONS } from './rules';
