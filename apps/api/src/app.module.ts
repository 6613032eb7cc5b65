import { Module, type DynamicModule } from '@nestjs/common';

import { AccountingModule } from './accounting';
import { AuthorSpaceModule } from './author-space';
import { CatalogueModule } from './catalogue';
import { ExchangeModule } from './exchange';
import { OverviewModule } from './overview';
import { PartiesModule } from './parties';
import { StockModule } from './stock';
import { PaymentsModule } from './payments';
import { PrintRunsModule } from './print-runs';
import { ContractsModule } from './contracts';
import type { Config } from './platform/config/config';
import { PlatformModule } from './platform/platform.module';
import { RoyaltiesModule } from './royalties';
import { SalesModule } from './sales';
import { StatementsModule } from './statements';

/** The product's table of contents: its features, in the order in which each may use those before it. */
const features = [
  PartiesModule,
  CatalogueModule,
  ContractsModule,
  AccountingModule,
  PrintRunsModule,
  StockModule,
  SalesModule,
  RoyaltiesModule,
  StatementsModule,
  PaymentsModule,
  AuthorSpaceModule,
  ExchangeModule,
  OverviewModule,
];

@Module({})
export class AppModule {
  /** @param connect false where only the shape of the application is wanted, for its OpenAPI document. */
  static with(config: Config, connect = true): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, connect), ...features] };
  }
}
