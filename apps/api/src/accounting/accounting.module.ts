import './problems';
import './records';

import { Module } from '@nestjs/common';

import { SaveMapping } from './account-mapping';
import { AccountingController } from './accounting-controller';

@Module({ controllers: [AccountingController], providers: [SaveMapping] })
export class AccountingModule {}
