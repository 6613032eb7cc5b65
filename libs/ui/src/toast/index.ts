export { ToastStack } from './toast-stack';
export { Toasts, type Toast } from './toasts';
