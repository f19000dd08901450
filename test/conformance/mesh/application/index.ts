export { Application } from './client';
export { compileApplication } from './compile';
export * from './protocol';
