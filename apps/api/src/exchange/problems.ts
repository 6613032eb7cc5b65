import type { CellFaultCode } from '@colophon/domain/exchange';

import { defineProblems, type ProblemText } from '../platform/problems/problem';

/** What can be wrong with a whole file, or with an import as a whole. */
export const exchangeProblems = defineProblems({
  'file-empty': { status: 422, fr: 'Ce fichier est vide.', en: 'This file is empty.' },
  'file-unreadable': {
    status: 422,
    fr: 'Ce fichier ne peut pas être lu : enregistrez-le en CSV ou en classeur Excel (.xlsx).',
    en: 'This file cannot be read: save it as CSV or as an Excel workbook (.xlsx).',
  },
  'file-old-excel': {
    status: 422,
    fr: 'Ce classeur est à l’ancien format .xls, ou protégé par un mot de passe : ouvrez-le, puis « Enregistrer sous » au format .xlsx.',
    en: 'This workbook is in the old .xls format, or protected by a password: open it, then “Save as” .xlsx.',
  },
  'file-quotes': {
    status: 422,
    fr: 'Un guillemet ouvert vers la ligne {line} n’est jamais fermé : fermez-le ou retirez-le.',
    en: 'A quotation mark opened near line {line} is never closed: close it or remove it.',
  },
  'kind-not-recognised': {
    status: 422,
    fr: 'Les colonnes de ce fichier ne disent pas ce qu’il contient. Choisissez son contenu, ou reprenez les en-têtes d’un modèle.',
    en: 'The columns of this file do not tell what it holds. Choose its contents, or take the headers of a template.',
  },
  'column-missing': {
    status: 422,
    fr: 'Il manque la colonne « {column} ».',
    en: 'The column “{column}” is missing.',
  },
  'column-ignored': {
    status: 422,
    fr: 'Cette colonne n’est pas connue : elle n’est pas importée.',
    en: 'This column is not known: it is not imported.',
  },
  'column-secret': {
    status: 422,
    fr: 'Votre rôle ne permet pas d’importer des coordonnées bancaires ni des numéros de sécurité sociale : cette colonne n’est pas importée.',
    en: 'Your role may not import bank details or social-security numbers: this column is not imported.',
  },
  'kind-forbidden': {
    status: 422,
    fr: 'Votre rôle ne permet pas d’importer ce fichier. Demandez à la direction de la maison.',
    en: 'Your role may not import this file. Ask the owner of the house.',
  },
  'receipts-forbidden': {
    status: 422,
    fr: 'Votre rôle ne permet pas d’importer des recettes : videz cette colonne, ou demandez à la personne qui tient les comptes.',
    en: 'Your role may not import receipts: empty this column, or ask whoever keeps the accounts.',
  },
  'row-total-ignored': {
    status: 422,
    fr: 'Cette ligne ressemble à un total : elle n’est pas importée.',
    en: 'This row looks like a total: it is not imported.',
  },
  'row-repeated': {
    status: 422,
    fr: 'Cette ligne a la même clé que la ligne {row} du fichier {file}, avec d’autres valeurs : gardez-en une.',
    en: 'This row has the same key as row {row} of the file {file}, with other values: keep one of them.',
  },
  'row-without-key': {
    status: 422,
    fr: 'Rien n’identifie cette ligne : donnez {keys}.',
    en: 'Nothing identifies this row: give {keys}.',
  },
  'reference-unknown': {
    status: 422,
    fr: '« {value} » n’est ni dans la maison ni dans les fichiers de cet import.',
    en: '“{value}” is neither in the house nor in the files of this import.',
  },
  'reference-refused': {
    status: 422,
    fr: '« {value} » est dans vos fichiers, mais sa ligne y a des erreurs : corrigez-la d’abord.',
    en: '“{value}” is in your files, but its row has errors there: mend it first.',
  },
  'reference-ambiguous': {
    status: 422,
    fr: 'Plusieurs fiches s’appellent « {value} » : donnez la référence.',
    en: 'Several records are called “{value}”: give the reference.',
  },
  'contributor-created': {
    status: 422,
    fr: '{value} n’est pas encore dans la maison : sa fiche sera créée avec son seul nom.',
    en: '{value} is not in the house yet: a record with the name alone will be made.',
  },
  'name-order-guessed': {
    status: 422,
    fr: 'Nom de famille supposé : {lastName}. Écrivez « Nom, Prénom » s’il s’agit d’autre chose.',
    en: 'Last name taken to be {lastName}. Write “Last, First” if it is not.',
  },
  'title-changed': {
    status: 422,
    fr: 'Ce numéro est celui de « {before} » : ce titre sera renommé.',
    en: 'This number is that of “{before}”: that title will be renamed.',
  },
  'price-seems-without-vat': {
    status: 422,
    fr: 'Ce prix TTC est égal au prix HT : un des deux est faux. Seul le prix TTC est gardé.',
    en: 'This price with VAT equals the price without: one of them is wrong. Only the price with VAT is kept.',
  },
  'prices-look-without-vat': {
    status: 422,
    fr: 'Les prix de ce fichier semblent hors taxes : ils ne deviennent ronds qu’une fois la TVA ajoutée. Vérifiez que cette colonne est bien le prix public TTC.',
    en: 'The prices of this file seem to be without VAT: they only become round once it is added. Check that this column is the public price with VAT.',
  },
  'price-not-of-vat': {
    status: 422,
    fr: 'Le prix HT devrait être {expected} pour ce prix TTC au taux de {rate} % : vérifiez lequel est juste. Seul le prix TTC est gardé.',
    en: 'The price without VAT should be {expected} for this price at {rate} %: check which one is right. Only the price with VAT is kept.',
  },
  'price-only-without-vat': {
    status: 422,
    fr: 'Un prix HT est donné sans prix TTC. La loi fixe le prix public TTC : donnez-le.',
    en: 'A price without VAT is given and none with. The law fixes the public price with VAT: give that one.',
  },
  'postal-code-completed': {
    status: 422,
    fr: 'Le tableur a retiré le zéro de ce code postal : lu {given}.',
    en: 'The spreadsheet dropped the zero of this postal code: read as {given}.',
  },
  'contract-members-differ': {
    status: 422,
    fr: 'Les lignes de ce contrat se contredisent : une autre dit « {other} ».',
    en: 'The rows of this contract contradict each other: another one says “{other}”.',
  },
  'clause-without-rate': {
    status: 422,
    fr: 'Cette ligne n’a ni taux ni à-valoir : donnez l’un des deux.',
    en: 'This row has neither a rate nor an advance: give one of them.',
  },
  'run-paid-unknown': {
    status: 422,
    fr: 'Dites si les droits de ce tirage sont déjà payés (oui ou non) : sinon il serait payé deux fois, ou jamais.',
    en: 'Say whether the royalties of this run are already paid (yes or no): else it would be paid twice, or never.',
  },
  'run-accepted-differs': {
    status: 422,
    fr: 'Ce tirage est déjà accepté avec d’autres chiffres : corrigez-le sur sa fiche, avec un motif.',
    en: 'This run is already accepted with other figures: correct it on its page, with a reason.',
  },
  'period-incomplete': {
    status: 422,
    fr: 'Donnez la période, ou ses deux dates « Du » et « Au ».',
    en: 'Give the period, or both its dates “From” and “To”.',
  },
  'period-in-future': {
    status: 422,
    fr: 'Cette période n’est pas terminée au {today}.',
    en: 'This period has not ended on {today}.',
  },
  'import-not-ready': {
    status: 409,
    fr: 'Cet import ne peut pas être appliqué : il a encore des erreurs, ou il l’a déjà été.',
    en: 'This import cannot be applied: it still has errors, or it has already been applied.',
  },
  'import-now-faulty': {
    status: 409,
    fr: 'La maison a changé depuis la vérification : l’import a maintenant des erreurs, et rien n’a été enregistré.',
    en: 'The house has changed since the check: the import now has errors, and nothing was saved.',
  },
  'import-not-applied': {
    status: 409,
    fr: 'Cet import n’est pas en place : il n’y a rien à défaire.',
    en: 'This import is not in place: there is nothing to undo.',
  },
  'import-in-use': {
    status: 409,
    fr: 'Cet import ne peut plus être défait : {reasons}.',
    en: 'This import cannot be undone any more: {reasons}.',
  },
  'import-check-failed': {
    status: 422,
    fr: 'La vérification n’a pas pu aboutir. Rien n’a été enregistré : déposez à nouveau les fichiers, et signalez-le si cela se répète.',
    en: 'The check could not be completed. Nothing was saved: drop the files again, and report it if it happens again.',
  },
  'import-task-failed': {
    status: 409,
    fr: 'L’import n’a pas abouti, et rien n’a été enregistré : {reason}',
    en: 'The import did not complete, and nothing was saved: {reason}',
  },
  'import-without-file': {
    status: 422,
    fr: 'Choisissez au moins un fichier.',
    en: 'Choose at least one file.',
  },
});

/** What can be wrong with one cell, with the remedy. */
const cellTexts: Record<CellFaultCode, ProblemText> = {
  'cell-required': { status: 422, fr: 'Cette cellule est obligatoire.', en: 'This cell is required.' },
  'decimal-unreadable': {
    status: 422,
    fr: 'Un nombre est attendu, comme 18,50.',
    en: 'A number is expected, such as 18.50.',
  },
  'whole-number-unreadable': {
    status: 422,
    fr: 'Un nombre entier est attendu, comme 1500.',
    en: 'A whole number is expected, such as 1500.',
  },
  'negative-number': { status: 422, fr: 'Ce nombre ne peut pas être négatif.', en: 'This number cannot be negative.' },
  'rate-is-fraction': {
    status: 422,
    fr: 'Écrivez {given} % ou {percent} % : sans le signe, on ne sait pas lequel des deux.',
    en: 'Write {given} % or {percent} %: without the sign nobody knows which.',
  },
  'date-unreadable': {
    status: 422,
    fr: 'Une date est attendue, comme 31/12/2025.',
    en: 'A date is expected, such as 31/12/2025.',
  },
  'date-not-in-calendar': {
    status: 422,
    fr: 'Cette date n’existe pas. Le jour vient d’abord, puis le mois : 31/12/2025.',
    en: 'This date does not exist. The day comes first, then the month: 31/12/2025.',
  },
  'period-unreadable': {
    status: 422,
    fr: 'Une période est attendue : 2025, S1 2025, T3 2025 ou 03/2025.',
    en: 'A period is expected: 2025, H1 2025, Q3 2025 or 03/2025.',
  },
  'digits-lost': {
    status: 422,
    fr: 'Le tableur a remplacé les chiffres de ce numéro par une puissance de dix : ils sont perdus. Dans le fichier d’origine, mettez la colonne au format Texte, puis enregistrez de nouveau.',
    en: 'The spreadsheet has replaced the digits of this number by a power of ten: they are lost. In the original file, format the column as Text, then save again.',
  },
  'yes-no-unreadable': { status: 422, fr: 'Oui ou non est attendu.', en: 'Yes or no is expected.' },
  'choice-unknown': {
    status: 422,
    fr: 'Ce mot n’est pas connu ici. On attend : {known}.',
    en: 'This word is not known here. Expected: {known}.',
  },
  'language-unknown': {
    status: 422,
    fr: 'Cette langue n’est pas connue : donnez son nom, ou son code à trois lettres (fre, eng…).',
    en: 'This language is not known: give its name, or its code of three letters (fre, eng…).',
  },
  'country-unknown': {
    status: 422,
    fr: 'Ce pays n’est pas connu : donnez son code à deux lettres (FR, BE, CH…).',
    en: 'This country is not known: give its code of two letters (FR, BE, CH…).',
  },
  'trim-size-unreadable': {
    status: 422,
    fr: 'Un format est attendu, comme 14 x 20,5 cm ou 140 x 205 mm.',
    en: 'A size is expected, such as 14 x 20.5 cm or 140 x 205 mm.',
  },
  'tiers-unreadable': {
    status: 422,
    fr: 'Des taux sont attendus, comme « 8 % » ou « 8 % jusqu’à 3000 ; 10 % au-delà ».',
    en: 'Rates are expected, such as “8 %” or “8 % up to 3000; 10 % above”.',
  },
  'shares-unreadable': {
    status: 422,
    fr: 'Des parts sont attendues, comme 50/50 ou 60/40.',
    en: 'Shares are expected, such as 50/50 or 60/40.',
  },
  'payment-terms-unreadable': {
    status: 422,
    fr: 'Des conditions sont attendues, comme « 60 jours fin de mois », « 30 jours net » ou « comptant ».',
    en: 'Terms are expected, such as “60 days end of month” or “30 days net”.',
  },
  'people-unreadable': {
    status: 422,
    fr: 'On ne peut pas séparer ces noms : écrivez « Nom, Prénom ; Nom, Prénom ».',
    en: 'These names cannot be told apart: write “Last, First ; Last, First”.',
  },
};
export const cellProblems = defineProblems(cellTexts);
