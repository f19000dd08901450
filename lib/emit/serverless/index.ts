export * from './functions';
export * from './knative';
export * from './rules';
