import './records';

import { Module } from '@nestjs/common';

import { ContractController } from './contract-controller';
import { SaveContract } from './save-contract';

@Module({ controllers: [ContractController], providers: [SaveContract], exports: [SaveContract] })
export class ContractsModule {}
