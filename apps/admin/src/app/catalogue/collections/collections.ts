import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import type { CollectionPage, CollectionRow } from '@colophon/api-client';
import { map } from 'rxjs';

/** The collections of the house, for a filter or a choice: a house has some dozens. */
export const collections: ResolveFn<CollectionRow[]> = () =>
  inject(HttpClient)
    .get<CollectionPage>('/api/collections', { params: { limit: 200 } })
    .pipe(map(({ items }) => items));
