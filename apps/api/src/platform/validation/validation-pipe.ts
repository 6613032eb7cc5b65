import { ValidationPipe, type ValidationError } from '@nestjs/common';

import { Problem, type FieldReference } from '../problems/problem';
import { problemText } from '../problems/problem';

/** Checks each request body and query against its DTO; unknown members are refused, each fault is told by its field. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new Problem(
        'validation',
        {},
        errors.flatMap((error) => fields(error, '')),
      ),
  });
}

function fields(error: ValidationError, parent: string): FieldReference[] {
  const pointer = `${parent}/${error.property}`;
  const own = Object.keys(error.constraints ?? {});
  const first = own.find((name) => name === 'isDefined' || name === 'isNotEmpty') ?? own.find(known) ?? own[0];
  const here = first === undefined ? [] : [{ pointer, code: known(first) ? first : 'matches' }];
  return [...here, ...(error.children ?? []).flatMap((child) => fields(child, pointer))];
}

function known(name: string): boolean {
  return problemText(name) !== undefined;
}
