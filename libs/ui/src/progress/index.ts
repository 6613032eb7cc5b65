export { Progress } from './progress';
export { followTask, type Task } from './task';
