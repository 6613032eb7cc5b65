import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { from, mergeMap, type Observable } from 'rxjs';

import { Database } from '../database/database';
import type { SignedRequest } from '../sign-in/session-guard';

/** Keeps the answer to a request that carried an `Idempotency-Key`, so that its repetition gets the same answer. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const key = request.actor?.idempotency?.key;
    if (!key) return next.handle();
    const { statusCode } = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      mergeMap((answer) => {
        const kept = this.database.reader.query(
          `UPDATE idempotency_key SET status = $3, response = $4 WHERE user_id = $1 AND key = $2`,
          [request.actor?.id, key, statusCode, JSON.stringify(answer ?? null)],
        );
        return from(kept.then(() => answer));
      }),
    );
  }
}
