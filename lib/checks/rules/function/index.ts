export { functionCalls } from './calls';
export { functionInMesh } from './mesh';
export { functionSettingProblems, withheldSetting } from './setting-origins';
export { functionSettingsReach } from './settings';
