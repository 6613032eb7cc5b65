import type { CheckSeverity } from './check-list-dto';

interface CheckWords {
  readonly severity: CheckSeverity;
  readonly fr: string;
  readonly en: string;
}

const blocking = (fr: string, en: string): CheckWords => ({ severity: 'blocking', fr, en });
const warning = (fr: string, en: string): CheckWords => ({ severity: 'warning', fr, en });

/** Each check in a sentence that says what to do. */
export const checkWords = {
  refused: blocking('Cette clôture ne peut pas commencer :', 'This closing cannot begin:'),
  'nothing-to-state': blocking(
    'Aucun contrat n’a de reddition à cette date : choisissez tous les contrats, une autre période, ou activez des contrats.',
    'No contract has a statement on that day: choose all contracts, another period, or activate contracts.',
  ),
  'rates-unknown': blocking(
    'Aucun taux de cotisations n’est enregistré à la date de paiement : ajoutez-les, ou changez de date.',
    'No contribution rates are recorded on the payment date: add them, or change the date.',
  ),
  'contract-contradicts': blocking(
    'Ces contrats se contredisent et ne peuvent pas être calculés : corrigez-les.',
    'These contracts contradict themselves and cannot be computed: mend them.',
  ),
  'price-missing': blocking(
    'Ces éditions ont des exemplaires à compter un jour où aucun prix n’était en vigueur : ajoutez le prix.',
    'These editions have copies to count on a day without a price in force: add the price.',
  ),
  'computation-refused': blocking(
    'Le calcul s’arrête sur cette donnée : corrigez-la.',
    'The computation stops at this fact: mend it.',
  ),
  'tax-profile-missing': warning(
    'Ces personnes n’ont pas de situation fiscale : le précompte complet et la TVA retenue leur seront appliqués.',
    'These people have no tax profile: full contributions and withheld VAT will apply to them.',
  ),
  'certificate-lapsed': warning(
    'Leur dispense de précompte ou leurs formulaires ne valent plus à la date de paiement : le précompte sera appliqué.',
    'Their exemption or their forms no longer hold on the payment date: contributions will be withheld.',
  ),
  'bank-details-missing': warning(
    'Ces personnes n’ont pas de coordonnées bancaires : leur virement ne pourra pas partir.',
    'These people have no bank details: their transfer cannot be made.',
  ),
  'mail-address-missing': warning(
    'Ces personnes n’ont pas d’adresse électronique : leurs redditions seront à imprimer.',
    'These people have no e-mail address: their statements are to be printed.',
  ),
  'stock-gap': warning(
    'Le stock de ces éditions ne s’équilibre pas : enregistrez le mouvement qui manque, sinon un motif sera demandé et imprimé.',
    'The stock of these editions does not balance: enter the missing movement, or a reason will be asked for and printed.',
  ),
  'run-not-accepted': warning(
    'Ces tirages sont datés de la période et ne sont pas acceptés : leurs droits n’y entreront pas.',
    'These print runs are dated in the period and not accepted: their royalties will not be in it.',
  ),
  'contract-draft': warning(
    'Ces contrats sont des projets : ils n’auront pas de reddition tant qu’ils ne sont pas activés.',
    'These contracts are drafts: they have no statement until they are activated.',
  ),
  'shares-incomplete': warning(
    'Ces éditions partagent un taux commun dont une part n’est portée par aucun contrat, ou par deux : vérifiez les parts.',
    'These editions share a common rate of which a part is held by no contract, or by two: check the shares.',
  ),
  'final-statement-missing': warning(
    'Ces contrats sont résiliés et attendent leur reddition finale : faites-la depuis leur page.',
    'These contracts are terminated and wait for their final statement: make it from their page.',
  ),
  'other-draft': warning(
    'Un autre projet de clôture est en cours : terminez-le ou abandonnez-le, un seul pourra être clôturé.',
    'Another draft of a closing is open: finish or drop it, only one can be closed.',
  ),
} as const satisfies Record<string, CheckWords>;

export type CheckCode = keyof typeof checkWords;
