import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WithholdingRatePage } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice } from '@colophon/ui/problem';
import { Status } from '@colophon/ui/status';
import { DateText, Money, Percent } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../../platform/session/has-permission';
import { RATE_FIGURES } from './rate';

/** The accountant's dated table of what is withheld from authors. */
@Component({
  selector: 'co-rate-list',
  imports: [DateText, HasPermission, Icon, Money, Percent, ProblemNotice, RouterLink, Status, TranslocoPipe],
  templateUrl: './rate-list.html',
  styleUrl: './rate-list.css',
  host: { class: 'page' },
})
export class RateList {
  protected readonly page = httpResource<WithholdingRatePage>(() => '/api/withholding-rates');
  protected readonly figures = RATE_FIGURES;
}
