export { NodePort, type NodePortProps } from './node-port';
