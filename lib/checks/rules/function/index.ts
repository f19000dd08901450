export { functionCalls } from './calls';
export { functionInMesh } from './mesh';
export { functionPortInRange } from './port';
export { functionSettingProblems, withheldSetting } from './setting-origins';
export { functionSettingsReach } from './settings';
