import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import type { EditionResponse } from '@colophon/api-client';

/** The edition that a form opens on, below its work's address. */
export const editionAt: ResolveFn<EditionResponse> = (route) =>
  inject(HttpClient).get<EditionResponse>(`/api/editions/${route.paramMap.get('edition')}`);
