export { Status, type Meaning } from './status';
