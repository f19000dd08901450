export * from './features';
export * from './load-balancer';
export * from './way-in';
