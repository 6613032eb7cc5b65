import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import type { ContributorResponse } from '@colophon/api-client';
import { of } from 'rxjs';

/** The person whose works the address asks for (`?contributor=12`), so that the filter can be told by name. */
export const contributor: ResolveFn<ContributorResponse | null> = (route) => {
  const id = route.queryParamMap.get('contributor');
  return id && /^\d+$/.test(id) ? inject(HttpClient).get<ContributorResponse>(`/api/contributors/${id}`) : of(null);
};
