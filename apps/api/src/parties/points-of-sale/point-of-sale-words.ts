import type { PointOfSaleKind } from './point-of-sale-dto';

/** What the kinds of points of sale are called in files; the importer reads the same words back. */
export const pointOfSaleKindWords: Readonly<Record<'fr' | 'en', Readonly<Record<PointOfSaleKind, string>>>> = {
  fr: {
    'independent-bookshop': 'librairie indépendante',
    chain: 'chaîne',
    wholesaler: 'grossiste',
    distributor: 'distributeur',
    library: 'bibliothèque',
    'museum-shop': 'boutique de musée',
    association: 'association',
    online: 'en ligne',
    author: 'auteur',
    other: 'autre',
  },
  en: {
    'independent-bookshop': 'independent bookshop',
    chain: 'chain',
    wholesaler: 'wholesaler',
    distributor: 'distributor',
    library: 'library',
    'museum-shop': 'museum shop',
    association: 'association',
    online: 'online',
    author: 'author',
    other: 'other',
  },
};
