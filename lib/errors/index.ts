export * from './acknowledgements';
export * from './codes';
export * from './finding';
export * from './findings';
export * from './format';
export * from './ids';
