import { mapConstraints } from '../platform/problems/constraints';
import { defineProblems } from '../platform/problems/problem';

export const accountingProblems = defineProblems({
  'account-number-malformed': {
    status: 422,
    fr: 'Un numéro de compte a de 3 à 20 chiffres ou majuscules, et commence par un chiffre de 1 à 9 : « {given} » n’en est pas un.',
    en: 'An account number has 3 to 20 digits or capitals and begins with a digit from 1 to 9: “{given}” is not one.',
  },
  'journal-code-malformed': {
    status: 422,
    fr: 'Un code de journal a de 1 à 6 lettres majuscules ou chiffres : « {given} » n’en est pas un.',
    en: 'A journal code has 1 to 6 capitals or digits: “{given}” is not one.',
  },
  'journal-code-used-twice': {
    status: 422,
    fr: 'Deux journaux ne peuvent pas avoir le même code.',
    en: 'Two journals cannot have the same code.',
  },
  'already-in-the-books': {
    status: 409,
    fr: 'Cette pièce est déjà dans les comptes.',
    en: 'This document is in the books already.',
  },
});

mapConstraints({
  journal_entry_document_key: { code: 'already-in-the-books' },
  journal_entry_append_only: { code: 'append-only' },
  journal_entry_line_append_only: { code: 'append-only' },
});
