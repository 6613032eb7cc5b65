/**
 * Words of the trade for what the program keeps as a choice: "broché", "Librairie indépendante", "épuisé", "imprimé".
 *
 * What people get wrong: a word that is not known is refused with the words that are, never turned into "other".
 */
import { countryNamed } from '../identifiers';
import { CellFault } from './cell-fault';
import { foldText } from './fold';

type Words = Readonly<Record<string, readonly string[]>>;

/** Each choice with what people call it; the first word is the one that templates and messages show. */
export const choiceWords = {
  productForm: {
    paperback: ['broché', 'livre broché', 'grand format', 'papier', 'livre', 'souple', 'paperback', 'bc', 'softcover'],
    hardback: ['relié', 'cartonné', 'livre relié', 'hardback', 'hardcover', 'bb'],
    'mass-market-paperback': ['poche', 'livre de poche', 'format poche', 'mass market', 'pocket'],
    'board-book': ['tout-carton', 'board book', 'bh'],
    'e-book': ['numérique', 'ebook', 'e-book', 'livre numérique', 'epub', 'pdf', 'ea', 'digital'],
    'audio-download': ['audio', 'livre audio', 'audio numérique', 'audiobook', 'aj'],
    'audio-cd': ['cd', 'cd audio', 'livre-cd', 'ac'],
    map: ['carte', 'plan', 'map'],
    calendar: ['calendrier', 'agenda', 'calendar'],
    cards: ['cartes', 'carterie', 'cartes postales', 'cards'],
    poster: ['affiche', 'poster', 'estampe'],
    notebook: ['carnet', 'cahier', 'notebook', 'papeterie'],
    game: ['jeu', 'jeu de société', 'puzzle', 'game', 'ze'],
    'other-goods': ['objet', 'autre produit', 'marchandise', 'produit dérivé', 'goods', 'zz'],
  },
  availability: {
    forthcoming: ['à paraître', 'forthcoming', 'en préparation', '10'],
    'in-stock': ['disponible', 'en stock', 'au catalogue', 'available', 'in stock', 'paru', '21'],
    'to-order': ['sur commande', 'to order', '22'],
    'print-on-demand': ['impression à la demande', 'print on demand', '23'],
    'temporarily-unavailable': [
      'manque temporaire',
      'manquant',
      'indisponible provisoirement',
      'temporarily unavailable',
      '30',
    ],
    'out-of-stock': ['rupture de stock', 'rupture', 'out of stock', '31'],
    reprinting: ['en réimpression', 'réimpression', 'reprinting', '32'],
    'out-of-print': ['épuisé', 'out of print', '51'],
    withdrawn: ['arrêt de commercialisation', 'retiré', 'withdrawn', '46'],
    cancelled: ['abandonné', 'annulé', 'cancelled', '01'],
  },
  pointOfSaleKind: {
    'independent-bookshop': [
      'librairie indépendante',
      'librairie',
      'libraire',
      'indépendant',
      'bookshop',
      'independent bookshop',
    ],
    chain: ['chaîne', 'grande surface', 'gss', 'grande surface spécialisée', 'hypermarché', 'chain'],
    wholesaler: ['grossiste', 'wholesaler', 'centrale'],
    distributor: ['distributeur', 'diffuseur', 'distributor'],
    library: ['bibliothèque', 'médiathèque', 'collectivité', 'library', 'école', 'établissement scolaire'],
    'museum-shop': ['boutique de musée', 'musée', 'museum shop', 'museum'],
    association: ['association', 'salon', 'festival'],
    online: ['en ligne', 'librairie en ligne', 'site internet', 'online', 'web'],
    author: ['auteur', 'autrice', 'author'],
    other: ['autre', 'other', 'divers', 'particulier'],
  },
  contributorKind: {
    person: ['personne', 'personne physique', 'person', 'individu'],
    organisation: ['organisation', 'collectif', 'personne morale', 'société', 'association', 'organisation'],
  },
  social: {
    withheld: ['précompte', 'précompté', 'traitements et salaires', 'ts', 't&s', 'withheld', 'oui'],
    exempt: ['dispense', 'dispensé', 'dispense de précompte', 'bnc', 'exempt', 'non', 'non résident'],
  },
  vat: {
    withheld: ['retenue', 'retenue de tva', 'tva retenue', 'withheld'],
    liable: ['assujetti', 'redevable', 'option tva', 'renonciation', 'liable', 'option'],
    none: ['franchise', 'aucune', 'non assujetti', 'sans', 'none', 'franchise en base', 'non résident'],
  },
  basis: {
    printed: ['tirage', 'imprimé', 'exemplaires imprimés', 'sur tirage', 'printed', 'tirés'],
    sold: ['ventes', 'vendus', 'exemplaires vendus', 'sur les ventes', 'vente', 'sold'],
    netReceipts: ['recettes nettes', 'recettes', 'recettes éditeur', 'net receipts', 'receipts'],
    thirdParty: ['droits cédés', 'droits dérivés', 'droits seconds', 'cessions', 'third party', 'subsidiary rights'],
    flatFee: ['forfait', 'forfaitaire', 'flat fee', 'lump sum'],
  },
  statementFrequency: {
    annual: ['annuelle', 'annuel', 'an', 'annual', 'yearly', '12'],
    'half-yearly': ['semestrielle', 'semestriel', 'half-yearly', '6'],
    quarterly: ['trimestrielle', 'trimestriel', 'quarterly', '3'],
    'on-print-run': ['au tirage', 'à chaque tirage', 'on print run', 'tirage'],
  },
  contractStatus: {
    draft: ['projet', 'brouillon', 'draft', 'en cours de signature'],
    active: ['en cours', 'actif', 'signé', 'active', 'en vigueur'],
    terminated: ['résilié', 'terminé', 'échu', 'terminated', 'fin'],
  },
  receiptMode: {
    unit: ['à l’unité', 'unité', 'unitaire', 'achat', 'téléchargement', 'vente', 'unit', 'purchase'],
    subscription: ['abonnement', 'bouquet', 'streaming', 'forfait', 'subscription'],
    library: ['bibliothèques', 'bibliothèque', 'prêt', 'pnb', 'prêt numérique', 'library', 'lending'],
    other: ['autre', 'location', 'other', 'rental'],
  },
  freeKind: {
    review: ['service de presse', 'sp', 'presse', 'review'],
    author: ['auteur', 'exemplaires d’auteur', 'author'],
    'legal-deposit': ['dépôt légal', 'legal deposit', 'dl'],
    promotion: ['promotion', 'gratuit', 'spécimen', 'don', 'promotion'],
  },
} as const satisfies Readonly<Record<string, Words>>;

export type ChoiceName = keyof typeof choiceWords;
export type ChoiceOf<Name extends ChoiceName> = keyof (typeof choiceWords)[Name] & string;

const folded = new Map<ChoiceName, ReadonlyMap<string, string>>();

/** @throws CellFault `choice-unknown` with the words that are known */
export function readChoice<Name extends ChoiceName>(name: Name, text: string): ChoiceOf<Name> {
  const found = wordsOf(name).get(foldText(text));
  if (found) return found as ChoiceOf<Name>;
  const known = Object.values<readonly string[]>(choiceWords[name]).map((words) => words[0] ?? '');
  throw new CellFault('choice-unknown', { known: known.join(', ') });
}

/** A word of the trade where it is one, else what stands there: for what a house may also name itself. */
export function readOpenChoice<Name extends ChoiceName>(name: Name, text: string): string {
  return wordsOf(name).get(foldText(text)) ?? text.trim();
}

function wordsOf(name: ChoiceName): ReadonlyMap<string, string> {
  const kept = folded.get(name);
  if (kept) return kept;
  const words = new Map<string, string>();
  for (const [value, names] of Object.entries<readonly string[]>(choiceWords[name])) {
    for (const word of [value, ...names]) if (!words.has(foldText(word))) words.set(foldText(word), value);
  }
  folded.set(name, words);
  return words;
}

/** An ISO code or the country's name in French or English. @throws CellFault `country-unknown` */
export function readCountry(text: string): string {
  const found = countryNamed(text);
  if (!found) throw new CellFault('country-unknown');
  return found;
}

const languageWords: Readonly<Record<string, readonly string[]>> = {
  fre: ['francais', 'french', 'fr', 'fra', 'fre'],
  eng: ['anglais', 'english', 'en', 'eng'],
  spa: ['espagnol', 'spanish', 'es', 'spa'],
  ita: ['italien', 'italian', 'it', 'ita'],
  ger: ['allemand', 'german', 'de', 'ger', 'deu'],
  por: ['portugais', 'portuguese', 'pt', 'por'],
  bre: ['breton', 'br', 'bre'],
  oci: ['occitan', 'oc', 'oci'],
  baq: ['basque', 'eu', 'baq'],
  cos: ['corse', 'co', 'cos'],
  jpn: ['japonais', 'japanese', 'ja', 'jpn'],
  ara: ['arabe', 'arabic', 'ar', 'ara'],
};

/** A language as ISO 639-2/B, the codes of ONIX list 74. @throws CellFault `language-unknown` */
export function readLanguage(text: string): string {
  const word = foldText(text);
  const found = Object.entries(languageWords).find(([, words]) => words.includes(word))?.[0];
  if (found) return found;
  if (/^[a-z]{3}$/.test(word)) return word;
  throw new CellFault('language-unknown');
}
