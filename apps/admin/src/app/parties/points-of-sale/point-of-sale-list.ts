import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PointOfSaleRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Icon } from '@colophon/ui/icon';
import { Status } from '@colophon/ui/status';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../../platform/session/has-permission';
import { Session } from '../../platform/session/session';
import { POINT_OF_SALE_KINDS } from './point-of-sale';

const WORDS = 'parties.pointsOfSale';

@Component({
  selector: 'co-point-of-sale-list',
  imports: [CellTemplate, DataList, HasPermission, Icon, RouterLink, Status, TranslocoPipe],
  templateUrl: './point-of-sale-list.html',
  host: { class: 'page' },
})
export class PointOfSaleList {
  private readonly session = inject(Session);
  protected readonly newLink = computed(() =>
    this.session.may('points-of-sale.write') ? '/ventes/points-de-vente/nouveau' : null,
  );

  protected readonly list = dataList<PointOfSaleRow>({
    name: 'points-of-sale',
    url: '/api/points-of-sale',
    sort: 'name',
    link: (row) => ['/ventes/points-de-vente', row.id],
    columns: [
      { key: 'name', label: `${WORDS}.name`, value: (row) => row.name, sort: true },
      { key: 'kind', label: `${WORDS}.kind`, value: (row) => row.kind, sort: true },
      { key: 'city', label: `${WORDS}.city`, value: (row) => row.city, sort: true },
      { key: 'gln', label: `${WORDS}.gln`, value: (row) => row.gln, narrow: 'none' },
      { key: 'email', label: `${WORDS}.email`, value: (row) => row.email, narrow: 'none' },
      {
        key: 'tradeDiscountRate',
        label: `${WORDS}.discount`,
        value: (row) => row.tradeDiscountRate,
        kind: 'percent',
        sort: true,
        narrow: 'end',
      },
    ],
    filters: [
      {
        key: 'kind',
        label: `${WORDS}.kind`,
        single: true,
        options: POINT_OF_SALE_KINDS.map((kind) => ({ value: kind, label: `${WORDS}.kinds.${kind}` })),
      },
      {
        key: 'archived',
        label: `${WORDS}.state`,
        single: true,
        options: [
          { value: 'false', label: `${WORDS}.active` },
          { value: 'true', label: `${WORDS}.archived` },
        ],
      },
    ],
  });
}
