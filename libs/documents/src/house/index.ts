export type { House, Logo } from './house';
