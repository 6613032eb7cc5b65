import './history-names';
import './records';

import { Module } from '@nestjs/common';

import { BankDetails } from './contributors/bank-details';
import { ContributorController } from './contributors/contributor-controller';
import { ReadContributor } from './contributors/read-contributor';
import { KeepCertificate } from './contributors/keep-certificate';
import { SaveContributor } from './contributors/save-contributor';
import { TaxController } from './contributors/tax-controller';
import { HouseController } from './house/house-controller';
import { SaveHouse } from './house/save-house';
import { SaveLogo } from './house/save-logo';
import { PointOfSaleController } from './points-of-sale/point-of-sale-controller';
import { SavePointOfSale } from './points-of-sale/save-point-of-sale';

@Module({
  controllers: [HouseController, TaxController, ContributorController, PointOfSaleController],
  providers: [SavePointOfSale, BankDetails, ReadContributor, SaveContributor, KeepCertificate, SaveHouse, SaveLogo],
  exports: [SavePointOfSale, SaveContributor, SaveHouse, SaveLogo, BankDetails],
})
export class PartiesModule {}
