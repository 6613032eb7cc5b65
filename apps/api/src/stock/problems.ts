import { mapConstraints } from '../platform/problems/constraints';
import { defineProblems } from '../platform/problems/problem';

export const stockProblems = defineProblems({
  'stock-insufficient': {
    status: 409,
    fr: 'Il ne reste que {available} ex. de « {title} » : en sortir {wanted} rendrait le stock négatif. Vérifiez le stock, ou passez outre en donnant un motif.',
    en: 'Only {available} copies of “{title}” are left: taking {wanted} would make the stock negative. Check the stock, or override with a reason.',
  },
  'stock-edition-unknown': {
    status: 422,
    fr: 'Cette édition n’existe pas : choisissez-en une dans la liste.',
    en: 'This edition does not exist: choose one from the list.',
  },
  'stock-of-a-file': {
    status: 422,
    fr: '« {title} » est un fichier : il se vend, mais n’a pas de stock.',
    en: '“{title}” is a file: it is sold, but has no stock.',
  },
  'override-without-reason': {
    status: 422,
    fr: 'Donnez le motif pour lequel le stock peut devenir négatif.',
    en: 'Give the reason why the stock may become negative.',
  },
  'movement-in-future': {
    status: 422,
    fr: 'Un mouvement de stock a déjà eu lieu : sa date ne peut pas être à venir.',
    en: 'A stock movement has taken place already: its date cannot be in the future.',
  },
  'movement-already-corrected': {
    status: 409,
    fr: 'Ce mouvement a déjà été annulé.',
    en: 'This movement has already been undone.',
  },
  'movement-has-document': {
    status: 409,
    fr: 'Ce mouvement vient d’un tirage ou d’une facture : corrigez le tirage, ou faites un avoir.',
    en: 'This movement comes from a print run or an invoice: correct the print run, or make a credit note.',
  },
  'edition-counted-twice': {
    status: 422,
    fr: 'Cette édition est déjà sur la feuille d’inventaire.',
    en: 'This edition is on the count sheet already.',
  },
});

mapConstraints({
  stock_movement_corrects_key: { code: 'movement-already-corrected' },
  stock_movement_external_id_key: { code: 'already-exists', pointer: '/externalId' },
  stock_movement_append_only: { code: 'append-only' },
});
