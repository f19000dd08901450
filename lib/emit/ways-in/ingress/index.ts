export { IngressController, type IngressControllerProps } from './ingress-controller';
