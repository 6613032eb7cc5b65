import { Module } from '@nestjs/common';

import { OverviewController } from './overview-controller';
import { ReadOverview } from './read-overview';
import { Search } from './search';

@Module({ controllers: [OverviewController], providers: [ReadOverview, Search] })
export class OverviewModule {}
