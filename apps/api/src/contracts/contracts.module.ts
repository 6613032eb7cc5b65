import './records';

import { Module } from '@nestjs/common';

import { AmendContract } from './amend-contract';
import { ContractActsController } from './contract-acts-controller';
import { ContractController } from './contract-controller';
import { CorrectPrice } from './correct-price';
import { CorrectTerms } from './correct-terms';
import { PriceCorrectionController } from './price-correction-controller';
import { SaveContract } from './save-contract';
import { SaveSetOff } from './save-set-off';
import { TerminateContract } from './terminate-contract';

@Module({
  controllers: [ContractController, ContractActsController, PriceCorrectionController],
  providers: [SaveContract, AmendContract, TerminateContract, CorrectTerms, CorrectPrice, SaveSetOff],
  exports: [SaveContract, AmendContract, TerminateContract],
})
export class ContractsModule {}
