import { mapConstraints } from '../platform/problems/constraints';
import { defineProblems } from '../platform/problems/problem';

export const partiesProblems = defineProblems({
  'gln-used': {
    status: 409,
    fr: 'Un autre point de vente porte déjà ce GLN.',
    en: 'Another point of sale already has this GLN.',
  },
  'siret-used': {
    status: 409,
    fr: 'Un autre point de vente porte déjà ce SIRET.',
    en: 'Another point of sale already has this SIRET.',
  },
  'isni-used': {
    status: 409,
    fr: 'Une autre personne porte déjà cet ISNI.',
    en: 'Another person already has this ISNI.',
  },
  'external-id-used': {
    status: 409,
    fr: 'Cette référence externe est déjà utilisée.',
    en: 'This external reference is already used.',
  },
  'siret-not-of-siren': {
    status: 422,
    fr: 'Ce SIRET n’appartient pas au SIREN {siren} : ses neuf premiers chiffres doivent être les mêmes.',
    en: 'This SIRET does not belong to the SIREN {siren}: its first nine digits must be the same.',
  },
  'bank-details-forbidden': {
    status: 403,
    fr: 'Seules la comptabilité et la direction saisissent les coordonnées bancaires et le numéro de sécurité sociale. Rien n’a été enregistré.',
    en: 'Only the accountant and the owner enter bank details and the social-security number. Nothing was saved.',
  },
  'logo-not-an-image': {
    status: 415,
    fr: 'Ce fichier n’est pas une image PNG, JPEG ou SVG lisible ; le logo n’a pas changé.',
    en: 'This file is not a readable PNG, JPEG or SVG picture; the logo has not changed.',
  },
  'tax-profile-dates': {
    status: 422,
    fr: 'Deux profils fiscaux commencent à la même date.',
    en: 'Two tax profiles begin on the same date.',
  },
  'tax-profile-paid': {
    status: 409,
    fr: 'Un paiement a été fait avec ce profil fiscal : il ne change plus. Ajoutez un profil qui commence après ce paiement. Rien n’a été enregistré.',
    en: 'A payment was made by this tax profile: it no longer changes. Add a profile that begins after that payment. Nothing was saved.',
  },
  'tax-country-missing': {
    status: 422,
    fr: 'Indiquez le pays de résidence, hors de France.',
    en: 'Give the country of residence, outside France.',
  },
  'treaty-form-missing': {
    status: 422,
    fr: 'Le taux de la convention ne s’applique qu’avec le formulaire {form} : indiquez sa date de réception, ou choisissez « réside à l’étranger, sans formulaires ».',
    en: 'The treaty’s rate applies with form {form} only: give the day it came in, or choose “lives abroad, without forms”.',
  },
  'treaty-before-forms': {
    status: 422,
    fr: 'Le taux de la convention ne s’applique qu’aux paiements faits après la réception des deux formulaires, le {date} : faites commencer ce profil ce jour-là ou après.',
    en: 'The treaty’s rate applies only to payments made once both forms have come in, on {date}: let this profile begin on that day or later.',
  },
  'tax-paper-ended': {
    status: 422,
    fr: 'Ce justificatif se termine avant le début du profil.',
    en: 'This paper ends before the profile begins.',
  },
  'certificate-not-readable': {
    status: 415,
    fr: 'Ce fichier n’est ni un PDF, ni une image PNG ou JPEG lisible ; rien n’a été enregistré.',
    en: 'This file is neither a readable PDF nor a PNG or JPEG picture; nothing was saved.',
  },
  'house-rounding-stated': {
    status: 409,
    fr: 'Des redditions closes ont été calculées avec cet arrondi du prix : il ne change plus pour la maison. Indiquez un autre arrondi dans les contrats qui en ont besoin. Rien n’a été enregistré.',
    en: 'Closed statements were computed with this price rounding: it no longer changes for the house. Give another rounding in the contracts that need one. Nothing was saved.',
  },
});

mapConstraints({
  contributor_last_name_check: { code: 'isNotEmpty', pointer: '/lastName' },
  point_of_sale_name_check: { code: 'isNotEmpty', pointer: '/name' },
  point_of_sale_gln_key: { code: 'gln-used', pointer: '/gln' },
  point_of_sale_siret_key: { code: 'siret-used', pointer: '/siret' },
  point_of_sale_external_id_key: { code: 'external-id-used', pointer: '/externalId' },
  contributor_isni_key: { code: 'isni-used', pointer: '/isni' },
  contributor_external_id_key: { code: 'external-id-used', pointer: '/externalId' },
  tax_profile_keep_paid: { code: 'tax-profile-paid', pointer: '/taxProfiles' },
  house_keep_stated: { code: 'house-rounding-stated', pointer: '/unitPriceRounding' },
  contributor_tax_profile_file_fkey: { code: 'certificate-not-readable', pointer: '/taxProfiles' },
  contributor_tax_profile_from_key: { code: 'tax-profile-dates', pointer: '/taxProfiles' },
});
