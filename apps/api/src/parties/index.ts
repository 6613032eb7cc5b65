export { PartiesModule } from './parties.module';
export { ContributorRecord, ContributorTaxProfileRecord, HouseRecord, PointOfSaleRecord } from './records';
export { Address, Contact } from './address';
export { SavePointOfSale } from './points-of-sale/save-point-of-sale';
