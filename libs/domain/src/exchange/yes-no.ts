import { CellFault } from './cell-fault';
import { foldText } from './fold';

const yes = new Set(
  'oui o yes y vrai true 1 x ok v paye payee payes payees regle reglee regles solde soldee verse versee deja paye paid settled actif active'.split(
    ' ',
  ),
);
const no = new Set('non n no faux false 0 pas aucun aucune impaye impayee du due a payer unpaid inactif'.split(' '));
const phrases: Readonly<Record<string, boolean>> = {
  'deja paye': true,
  'a payer': false,
  'non paye': false,
  'pas paye': false,
};

/** Yes or no in the many ways people tick a box: "oui", "O", "x", "VRAI", "✓", "payé". @throws CellFault `yes-no-unreadable` */
export function readYesNo(text: string): boolean {
  const mark = text.trim();
  if (/^[✓✔☑]$/.test(mark)) return true;
  if (/^[✗✘☐–—-]$/.test(mark)) return false;
  const folded = foldText(mark);
  const phrase = phrases[folded];
  if (phrase !== undefined) return phrase;
  if (yes.has(folded)) return true;
  if (no.has(folded)) return false;
  throw new CellFault('yes-no-unreadable');
}
