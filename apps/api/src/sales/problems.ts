import { mapConstraints } from '../platform/problems/constraints';
import { defineProblems } from '../platform/problems/problem';

export const salesProblems = defineProblems({
  'unknown-customer': {
    status: 422,
    fr: 'Choisissez un point de vente existant.',
    en: 'Choose an existing point of sale.',
  },
  'unknown-isbn': {
    status: 422,
    fr: 'Aucune édition du catalogue ne porte le code {isbn}.',
    en: 'No edition of the catalogue has the code {isbn}.',
  },
  'line-empty': {
    status: 422,
    fr: 'Indiquez un ISBN, ou une désignation avec son prix hors taxes et son taux de TVA.',
    en: 'Give an ISBN, or a description with its price without VAT and its VAT rate.',
  },
  'vat-rate-of-edition': {
    status: 422,
    fr: 'Le taux de TVA d’un titre se règle sur sa fiche, dans Catalogue.',
    en: 'The VAT rate of a title is set on its own record, in Catalogue.',
  },
  'vat-rate-zero': {
    status: 422,
    fr: '« {title} » est au taux de TVA 0 dans le catalogue : un taux nul demande un motif légal. Corrigez sa fiche.',
    en: '“{title}” has a VAT rate of 0 in the catalogue: a rate of zero needs a legal reason. Correct its record.',
  },
  'invoice-empty': {
    status: 422,
    fr: 'Ajoutez au moins une ligne avant d’émettre la facture.',
    en: 'Add at least one line before issuing the invoice.',
  },
  'invoice-posted': {
    status: 409,
    fr: 'Ce document est émis : il ne se modifie plus. Pour le corriger, créez un avoir.',
    en: 'This document is issued: it no longer changes. To correct it, make a credit note.',
  },
  'credit-note-lines': {
    status: 422,
    fr: 'Les lignes d’un avoir se modifient par les quantités à créditer de sa facture.',
    en: 'The lines of a credit note change by the quantities credited of its invoice.',
  },
  'credit-of-draft': {
    status: 422,
    fr: 'Un avoir se fait sur une facture émise. Un projet, lui, se modifie ou se supprime.',
    en: 'A credit note is made on an issued invoice. A draft is changed or deleted.',
  },
  'line-of-other-invoice': {
    status: 422,
    fr: 'Cette ligne n’est pas de cette facture.',
    en: 'This line is not one of this invoice.',
  },
  'house-incomplete': {
    status: 422,
    fr: 'La loi exige sur chaque facture l’identité complète de votre maison : complétez-la dans Réglages, Maison.',
    en: 'The law requires the full identity of your house on each invoice: complete it in Settings, House.',
  },
  'house-legal-name-missing': {
    status: 422,
    fr: 'Il manque la raison sociale.',
    en: 'The legal name is missing.',
  },
  'house-siren-missing': { status: 422, fr: 'Il manque le SIREN.', en: 'The SIREN is missing.' },
  'house-vat-number-missing': { status: 422, fr: 'Il manque le numéro de TVA.', en: 'The VAT number is missing.' },
  'house-address-missing': {
    status: 422,
    fr: 'Il manque l’adresse (rue, code postal et ville).',
    en: 'The address is missing (street, postal code and town).',
  },
  'customer-incomplete': {
    status: 422,
    fr: 'La loi exige l’adresse du client sur la facture : complétez la fiche de {name} (rue et ville).',
    en: 'The law requires the customer’s address on the invoice: complete the record of {name} (street and town).',
  },
  'customer-siren-missing': {
    status: 422,
    fr: 'Le SIREN de {name} manque : il doit figurer sur ses factures (décret 2022-1299).',
    en: 'The SIREN of {name} is missing: it must be on its invoices (decree 2022-1299).',
  },
  'discount-over-cap': {
    status: 422,
    fr: '{discount} % dépasse les {cap} % que la loi du 10 août 1981 permet à une bibliothèque ou collectivité. Baissez la remise, ou donnez-en le motif.',
    en: '{discount}% is over the {cap}% that the law of 10 August 1981 allows a library or public body. Lower the discount, or give the reason.',
  },
  'negative-stock-reason-missing': {
    status: 422,
    fr: 'Dites pourquoi cette vente dépasse le stock : le motif reste avec la facture.',
    en: 'Say why this sale exceeds the stock: the reason stays with the invoice.',
  },
  'issue-date-in-future': {
    status: 422,
    fr: 'Une facture ne se date pas d’après aujourd’hui ({today}).',
    en: 'An invoice is not dated after today ({today}).',
  },
  'credit-before-invoice': {
    status: 422,
    fr: 'Un avoir ne se date pas d’avant la facture qu’il corrige ({date}).',
    en: 'A credit note is not dated before the invoice it corrects ({date}).',
  },
  'issue-date-before-last': {
    status: 409,
    fr: 'Le dernier document de cette série, {number}, est daté du {date} : les numéros suivent les dates. Choisissez cette date ou une date plus récente.',
    en: 'The last document of this series, {number}, is dated {date}: numbers follow dates. Choose that date or a later one.',
  },
});

mapConstraints({
  invoice_keep_posted: { code: 'invoice-posted' },
  invoice_point_of_sale_fkey: { code: 'unknown-customer', pointer: '/pointOfSaleId' },
});
