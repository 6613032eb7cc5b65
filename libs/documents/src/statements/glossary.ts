import type { Content } from 'pdfmake/interfaces';

import { frenchWords, type Locale } from '../locale';
import { MUTED } from '../page';
import { heading, type Voice } from './voice';

type Entry = readonly [string, string];

const FRENCH: readonly Entry[] = frenchWords([
  [
    'À-valoir',
    'avance sur vos droits ; elle vous reste acquise et se récupère sur les droits suivants du même contrat.',
  ],
  ['Assiette', 'somme à laquelle s’applique le taux de vos droits.'],
  ['Stock initial, final', 'exemplaires détenus au premier et au dernier jour de la période.'],
  [
    'Exemplaires hors droits',
    'service de presse, exemplaires d’auteur, dépôt légal et justificatifs : ils ne portent pas de droits.',
  ],
  ['Minimum garanti', 'somme que vos droits atteignent au terme du contrat ; l’éditeur complète ce qui manque.'],
  ['Palier', 'nombre d’exemplaires à partir duquel le taux change, pour les exemplaires suivants seulement.'],
  ['Pilon', 'destruction d’exemplaires invendus ou abîmés.'],
  ['PPHT', 'prix public hors taxes : le prix imprimé sur le livre, sans la TVA.'],
  ['Précompte', 'cotisations sociales que l’éditeur retient et verse pour vous à l’Urssaf.'],
  [
    'Provision pour retours',
    'ventes dont les droits attendent de possibles retours ; elle est reprise en entier à la reddition suivante.',
  ],
  ['Report', 'solde d’une reddition ajouté à la suivante.'],
  ['Tirage', 'exemplaires livrés par l’imprimeur et acceptés par l’éditeur.'],
]);

const ENGLISH: readonly Entry[] = [
  ['Advance', 'paid ahead of royalties; it stays yours and is recouped from later royalties of the same contract.'],
  ['Base', 'the sum to which your royalty rate applies.'],
  ['Carried forward', 'a balance added to the next statement.'],
  ['Guaranteed minimum', 'what your royalties reach at the end of the term; the publisher adds what is missing.'],
  ['Opening, closing stock', 'copies held on the first and the last day of the period.'],
  ['Price excl. VAT', 'the price printed on the book, without VAT.'],
  ['Print run', 'copies delivered by the printer and accepted by the publisher.'],
  ['Pulping', 'destruction of unsold or damaged copies.'],
  ['Reserve against returns', 'sales whose royalties await possible returns; released in full at the next statement.'],
  ['Royalty-free copies', 'review, author’s, legal-deposit and voucher copies: they bear no royalty.'],
  ['Social contributions withheld', 'what the publisher withholds and pays to Urssaf for you.'],
  ['Tier', 'the number of copies from which the rate changes, for the following copies only.'],
];

export function glossaryEntries(locale: Locale): readonly Entry[] {
  return locale === 'fr' ? FRENCH : ENGLISH;
}

/** The short glossary that the model of the trade recommends, in two columns. */
export function glossary(voice: Voice): Content[] {
  const entries = glossaryEntries(voice.locale).map(([term, text]) => ({
    text: [
      { text: term, bold: true },
      { text: `${voice.words.colon}${text}`, color: MUTED },
    ],
    style: 'small',
    margin: [0, 0, 0, 3],
  })) as Content[];
  const half = entries.length >> 1;
  return [
    {
      unbreakable: true,
      stack: [
        heading(voice.words.glossary, 'chapter', 16),
        { columnGap: 24, columns: [{ stack: entries.slice(0, half) }, { stack: entries.slice(half) }] },
      ],
    },
  ];
}
