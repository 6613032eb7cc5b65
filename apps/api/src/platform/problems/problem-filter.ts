import { randomUUID } from 'node:crypto';

import { RuleViolation } from '@colophon/domain/rules';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { EntityNotFoundError, QueryFailedError } from 'typeorm';

import { RepeatedRequest } from '../database/idempotency';
import { requestLocale } from '../http/locale';
import { constraintProblem } from './constraints';
import { platformProblems } from './platform-problems';
import './field-texts';
import './rule-problems';
import { Problem, problemText, sentence } from './problem';

/** RFC 9457 on the wire. */
interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  id?: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

/** Turns whatever stopped a request into a problem document; what nobody expected gets an id and no detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    if (response.headersSent) return void response.destroy();
    if (error instanceof RepeatedRequest && error.stored) {
      return void response.status(error.stored.status).json(error.stored.response);
    }
    const document = this.document(error, requestLocale(request));
    response.status(document.status).type('application/problem+json').send(JSON.stringify(document));
  }

  private document(error: unknown, locale: 'fr' | 'en'): ProblemDocument {
    const problem = asProblem(error);
    if (!problem) {
      const id = randomUUID();
      this.log.error({ id, err: error }, error instanceof Error ? error.stack : String(error));
      return { ...problemDocument(platformProblems.create('unexpected', { id }), locale), status: 500, id };
    }
    return problemDocument(problem, locale);
  }
}

/** The wire form of a problem in a language. Also used by the command line and by the importer's report. */
export function problemDocument(problem: Problem, locale: 'fr' | 'en'): ProblemDocument {
  const text = problemText(problem.code);
  if (!text) throw new Error(`The problem “${problem.code}” has no sentence.`);
  const detail = sentence(text, locale, problem.details);
  const errors = problem.fields.map(({ pointer, code, details }) => {
    const fieldText = problemText(code) ?? text;
    return { pointer, code, detail: sentence(fieldText, locale, details ?? problem.details) };
  });
  return {
    type: `https://colophon.example/problems/${problem.code}`,
    title: detail,
    status: text.status,
    code: problem.code,
    detail,
    ...(errors.length > 0 ? { errors } : {}),
  };
}

/** @returns undefined for what nobody expected. */
export function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof RepeatedRequest) return platformProblems.create('already-done');
  if (error instanceof RuleViolation) return ruleProblem(error);
  if (error instanceof EntityNotFoundError) return platformProblems.create('not-found');
  if (isDatabaseAway(error)) return platformProblems.create('database-away');
  if (error instanceof QueryFailedError) return databaseProblem(error);
  if (error instanceof HttpException) return httpProblem(error);
  return undefined;
}

function ruleProblem({ code, details }: RuleViolation): Problem {
  const values = { message: details.message, ...details.values };
  return new Problem(
    code,
    values,
    details.pointer === undefined ? [] : [{ pointer: details.pointer, code, details: values }],
  );
}

const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
const RESTRICT = '23001';
const CHECK = '23514';
/** Out of a type's range, or no value of it at all: 1e30 as an id. */
const OUT_OF_RANGE = ['22003', '22008', '22P02'];
/** Characters that PostgreSQL does not store: NUL, and halves of a pair that JSON can name. */
const NOT_TEXT = ['22021', '22P05'];
const AWAY = ['57P01', '57P02', '57P03', '08000', '08003', '08006', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'];
/** Two transactions that waited for each other: one was undone as a whole. */
const CROSSED = ['40P01', '40001'];

/** PostgreSQL stops, starts again, or cannot be reached: the next request finds it by itself. */
function isDatabaseAway(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error)) return false;
  const { code } = cause as { code?: string };
  return (code !== undefined && AWAY.includes(code)) || /^Connection terminated|^timeout expired$/.test(cause.message);
}

function databaseProblem(error: QueryFailedError): Problem | undefined {
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  const mapped = constraintProblem(constraint);
  if (mapped) {
    return new Problem(mapped.code, {}, mapped.pointer ? [{ pointer: mapped.pointer, code: mapped.code }] : []);
  }
  if (code === UNIQUE) return platformProblems.create('already-exists');
  if (code === FOREIGN_KEY) return platformProblems.create('in-use');
  if (code === RESTRICT) return platformProblems.create('append-only');
  if (code === CHECK || (code && OUT_OF_RANGE.includes(code))) return platformProblems.create('value-out-of-range');
  if (code && NOT_TEXT.includes(code)) return platformProblems.create('text-not-storable');
  if (code && CROSSED.includes(code)) return platformProblems.create('crossed');
  return undefined;
}

function httpProblem(error: HttpException): Problem | undefined {
  switch (error.getStatus()) {
    case 400:
      return platformProblems.create('malformed-request', { reason: error.message });
    case 404:
      return platformProblems.create('not-found');
    case 413:
      return platformProblems.create('too-large', { limit: '20 Mo' });
    case 429:
      return platformProblems.create('too-many-attempts');
    default:
      return error.getStatus() < 500
        ? platformProblems.create('malformed-request', { reason: error.message })
        : undefined;
  }
}
