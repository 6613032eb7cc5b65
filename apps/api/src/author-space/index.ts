export { AuthorSpaceModule } from './author-space.module';
