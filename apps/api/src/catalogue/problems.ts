import { mapConstraints } from '../platform/problems/constraints';
import { defineProblems } from '../platform/problems/problem';

export const catalogueProblems = defineProblems({
  'isbn-used': {
    status: 409,
    fr: 'Cet ISBN est déjà celui de « {title} ». Un ISBN ne sert qu’une fois : vérifiez-le, ou ouvrez ce titre.',
    en: 'This ISBN already belongs to “{title}”. An ISBN is used once: check it, or open that title.',
  },
  'ean-used': {
    status: 409,
    fr: 'Ce code-barres est déjà celui de « {title} ».',
    en: 'This barcode already belongs to “{title}”.',
  },
  'price-in-use': {
    status: 409,
    fr: 'Le prix en vigueur le {date} a servi à calculer des droits d’auteur : il ne change plus. Ajoutez plutôt un prix à une date ultérieure.',
    en: 'Royalties were computed with the price in force on {date}: it no longer changes. Add a price from a later date instead.',
  },
  'prices-same-date': {
    status: 422,
    fr: 'Deux prix commencent à la même date.',
    en: 'Two prices begin on the same date.',
  },
  'contributor-unknown': {
    status: 422,
    fr: 'Cette personne n’existe pas, ou n’existe plus.',
    en: 'This person does not exist, or no longer does.',
  },
  'contributor-twice': {
    status: 422,
    fr: 'Cette personne a déjà ce rôle sur l’œuvre.',
    en: 'This person already has this role on the work.',
  },
  'collection-unknown': {
    status: 422,
    fr: 'Cette collection n’existe pas, ou n’existe plus.',
    en: 'This collection does not exist, or no longer does.',
  },
  'collection-name-used': {
    status: 409,
    fr: 'Une collection porte déjà ce nom.',
    en: 'A collection already has this name.',
  },
  'collection-in-use': {
    status: 409,
    fr: 'Des œuvres ({count}) sont dans cette collection : déplacez-les avant de la supprimer.',
    en: 'Works ({count}) are in this collection: move them before you delete it.',
  },
  'vat-rate-stated': {
    status: 409,
    fr: 'Une reddition close a été calculée avec ce taux de TVA : il ne change plus pour cette édition. Rien n’a été enregistré.',
    en: 'A closed statement was computed with this VAT rate: it no longer changes for this edition. Nothing was saved.',
  },
  'cover-not-an-image': {
    status: 415,
    fr: 'Ce fichier n’est pas une image PNG ou JPEG lisible ; la couverture n’a pas changé.',
    en: 'This file is not a readable PNG or JPEG picture; the cover has not changed.',
  },
});

mapConstraints({
  work_title_check: { code: 'isNotEmpty', pointer: '/title' },
  collection_name_check: { code: 'isNotEmpty', pointer: '/name' },
  work_external_id_key: { code: 'external-id-used', pointer: '/externalId' },
  work_collection_fkey: { code: 'collection-unknown', pointer: '/collectionId' },
  work_contributor_contributor_fkey: { code: 'contributor-unknown', pointer: '/contributors' },
  work_contributor_role_key: { code: 'contributor-twice', pointer: '/contributors' },
  edition_external_id_key: { code: 'external-id-used', pointer: '/externalId' },
  edition_isbn13_key: { code: 'already-exists', pointer: '/isbn13' },
  edition_ean_key: { code: 'already-exists', pointer: '/ean' },
  edition_keep_stated: { code: 'vat-rate-stated', pointer: '/vatRate' },
  edition_price_from_key: { code: 'prices-same-date', pointer: '/prices' },
  collection_name_key: { code: 'collection-name-used', pointer: '/name' },
});
