export * from './functions';
export * from './knative';
