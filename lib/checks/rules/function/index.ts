export { functionCalls } from './calls';
export { functionInMesh } from './mesh';
export { functionPortInRange } from './port';
export { functionScaling } from './scaling';
export { functionSettingsReach } from './settings';
