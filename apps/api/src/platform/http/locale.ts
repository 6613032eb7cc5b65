import type { Request } from 'express';

/** French unless the client asks for English first. */
export function requestLocale(request: Pick<Request, 'headers'>): 'fr' | 'en' {
  const wanted = request.headers['accept-language'] ?? '';
  return /^\s*en\b/i.test(wanted) ? 'en' : 'fr';
}
