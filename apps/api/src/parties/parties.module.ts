import './records';

import { Module } from '@nestjs/common';

import { PointOfSaleController } from './points-of-sale/point-of-sale-controller';
import { SavePointOfSale } from './points-of-sale/save-point-of-sale';

@Module({
  controllers: [PointOfSaleController],
  providers: [SavePointOfSale],
  exports: [SavePointOfSale],
})
export class PartiesModule {}
