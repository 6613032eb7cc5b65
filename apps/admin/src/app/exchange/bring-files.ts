import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { ImportStarted } from '@colophon/api-client';
import { problemOf, type Problem } from '@colophon/ui/problem';
import { firstValueFrom } from 'rxjs';

/** Sends files to be checked, then opens the page of their import. */
@Injectable()
export class BringFiles {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  readonly sending = signal(false);
  readonly problem = signal<Problem | undefined>(undefined);

  /** @param corrects the import that was refused, whose other files come along */
  async bring(files: readonly File[], corrects?: number): Promise<void> {
    if (this.sending() || files.length === 0) return;
    const body = new FormData();
    for (const file of files) body.append('files', file, file.name);
    this.sending.set(true);
    this.problem.set(undefined);
    try {
      const url = corrects === undefined ? '/api/imports' : `/api/imports?corrects=${corrects}`;
      const { importId } = await firstValueFrom(this.http.post<ImportStarted>(url, body));
      await this.router.navigate(['/echanges/imports', importId]);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.sending.set(false);
    }
  }
}
