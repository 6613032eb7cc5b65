import { mapConstraints } from '../platform/problems/constraints';
import { defineProblems } from '../platform/problems/problem';

export const printRunProblems = defineProblems({
  'print-run-edition-unknown': {
    status: 422,
    fr: 'Cette édition n’existe pas : choisissez-en une dans la liste.',
    en: 'This edition does not exist: choose one from the list.',
  },
  'print-run-of-a-file': {
    status: 422,
    fr: 'Un livre numérique ou audio à télécharger ne s’imprime pas.',
    en: 'An e-book or a downloadable audiobook is not printed.',
  },
  'print-run-date-in-future': {
    status: 422,
    fr: 'Cette date est à venir : on ne date que ce qui a eu lieu.',
    en: 'This date is in the future: only what has taken place has a date.',
  },
  'print-run-dates-inverted': {
    status: 422,
    fr: 'Cette date précède celle de l’étape d’avant ({before}).',
    en: 'This date is before that of the step before it ({before}).',
  },
  'print-run-not-accepted': {
    status: 409,
    fr: 'Seul un tirage accepté se corrige ; celui-ci se modifie encore.',
    en: 'Only an accepted print run is corrected; this one can still be changed.',
  },
  'print-run-correction-empty': {
    status: 422,
    fr: 'Ce tirage compte déjà {accepted} exemplaires : la correction ne change rien.',
    en: 'This print run has {accepted} copies already: the correction changes nothing.',
  },
  'correction-before-acceptance': {
    status: 422,
    fr: 'Une correction ne peut pas précéder l’acceptation ({accepted}).',
    en: 'A correction cannot be before the acceptance ({accepted}).',
  },
  'print-run-accepted': {
    status: 409,
    fr: 'Ce tirage est accepté : les droits en dépendent. Saisissez une correction, avec son motif.',
    en: 'This print run is accepted: royalties depend on it. Enter a correction with its reason.',
  },
  'print-run-external-id-used': {
    status: 409,
    fr: 'Un autre tirage porte déjà cette référence externe.',
    en: 'Another print run already has this external reference.',
  },
});

mapConstraints({
  print_run_keep_accepted: { code: 'print-run-accepted' },
  print_run_external_id_key: { code: 'print-run-external-id-used', pointer: '/externalId' },
});
