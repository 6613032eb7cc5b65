import { Module, type DynamicModule } from '@nestjs/common';

import { PartiesModule } from './parties';
import type { Config } from './platform/config/config';
import { PlatformModule } from './platform/platform.module';

/** The product's table of contents: its features, in the order in which each may use those before it. */
const features = [PartiesModule];

@Module({})
export class AppModule {
  /** @param connect false where only the shape of the application is wanted, for its OpenAPI document. */
  static with(config: Config, connect = true): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, connect), ...features] };
  }
}
