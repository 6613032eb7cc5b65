export { frenchSpaces } from './french-spaces';
