export * from './cel';
export * from './envoy-format';
export * from './go-template';
export * from './grafana';
export * from './promql';
export * from './re2';
export * from './re2-syntax';
