import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';

/**
 * The record an edit form opens on: `resolve: { record: recordAt('/api/points-of-sale') }`. The form gets it as its
 * input `record`, complete before the first field; a record that is not there becomes the 404 page.
 */
export function recordAt<R>(url: string): ResolveFn<R> {
  return (route) => inject(HttpClient).get<R>(`${url}/${route.paramMap.get('id')}`);
}
