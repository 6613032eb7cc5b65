export { RunPage, type RunStep } from './run-page';
