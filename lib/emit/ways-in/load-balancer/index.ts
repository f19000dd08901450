export { LoadBalancer } from './load-balancer';
