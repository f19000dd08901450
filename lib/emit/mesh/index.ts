export * from './features';
export * from './istio';
export * from './mesh';
export * from './none';
export * from './providers';
export * from './rules';
