export { AccountingModule } from './accounting.module';
export { postEntries, type EntryToPost } from './post-entries';
