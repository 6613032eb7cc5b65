import './history-names';
import './records';

import { Module } from '@nestjs/common';

import { CollectionController } from './collections/collection-controller';
import { SaveCollection } from './collections/save-collection';
import { EditionController } from './editions/edition-controller';
import { FindEditions } from './editions/find-editions';
import { ReadEditions } from './editions/read-editions';
import { SaveCover } from './editions/save-cover';
import { SaveEdition } from './editions/save-edition';
import { ReadWork } from './works/read-work';
import { SaveWork } from './works/save-work';
import { WorkController } from './works/work-controller';

@Module({
  controllers: [WorkController, EditionController, CollectionController],
  providers: [ReadWork, SaveWork, ReadEditions, FindEditions, SaveEdition, SaveCover, SaveCollection],
  exports: [ReadWork, SaveWork, ReadEditions, SaveEdition, SaveCover, SaveCollection],
})
export class CatalogueModule {}
