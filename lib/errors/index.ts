export * from './definition';
export * from './definitions';
export * from './finding';
export * from './findings';
export * from './format';
export * from './ids';
export * from './shown';
