export { Ask, type Question } from './confirm';
export { DialogFrame } from './dialog-frame';
