export * from './autoscaler';
export * from './followed-field';
export * from './identity';
export * from './judge';
export * from './namespace-wide';
export * from './service';
export * from './workload';
