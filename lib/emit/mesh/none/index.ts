export { NoMesh } from './no-mesh';
