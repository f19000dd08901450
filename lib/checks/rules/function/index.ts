export { functionCalls } from './calls';
export { functionInMesh } from './mesh';
export { functionScaling } from './scaling';
export { functionSettingsReach } from './settings';
