export { editing, type Editing, type EditingOptions } from './editing';
export { FormPage } from './form-page';
export { unsavedGuard } from './unsaved-guard';
