import { validationPipe } from '../platform/validation/validation-pipe';

/** The same checks as a request's: a command's words become a DTO, or a problem that names the field. */
export function checkDto<T>(type: new () => T, value: object): Promise<T> {
  return validationPipe().transform(value, { type: 'body', metatype: type }) as Promise<T>;
}
