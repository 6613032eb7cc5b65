import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

import type { SignedRequest } from './session-guard';

/** The signed-in person, as a parameter of a controller's method. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { actor } = context.switchToHttp().getRequest<SignedRequest>();
  if (!actor) throw new Error('This route is open: it has no actor.');
  return actor;
});
