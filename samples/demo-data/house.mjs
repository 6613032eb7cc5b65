/** The invented house itself: its works, contracts, runs, shops and sales, from one seed. */
import { people, shopNames, streets, towns } from './people.mjs';
import { exampleNumber, iban, isbn, nir, random, siren, siret } from './numbers.mjs';
import { collections } from './works.mjs';

const TODAY = '2026-07-15';
const women = /(a|e|é|ï|lys|tou|ysé|awa)$/i;

const addDays = (date, days) => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export function makeHouse() {
  const chance = random(20_260_715);
  const authors = people.map((person, index) => makePerson(person, index, chance));
  const works = makeWorks(chance, authors);
  const contracts = makeContracts(works, chance);
  const runs = makeRuns(works, chance);
  const shops = makeShops(chance);
  const sales = makeSales({ works, runs, shops, chance });
  return { authors, works, contracts, runs, shops, ...sales };
}

function makePerson(person, index, chance) {
  const isAbroad = person.country !== 'France';
  const exempt = !isAbroad && chance.chance(0.2);
  return {
    ...person,
    line1: `${chance.whole(1, 120)}, ${chance.pick(streets)}`,
    email: `${plain(person.firstName)}.${plain(person.lastName)}@example.org`,
    iban: isAbroad ? '' : iban(index),
    nir: isAbroad ? '' : nir(index, women.test(person.firstName)),
    social: isAbroad ? 'non-résident' : exempt ? 'dispense' : 'précompte',
    vat: isAbroad ? 'non résident' : exempt && chance.chance(0.5) ? 'assujetti' : chance.chance(0.25) ? 'franchise' : 'retenue',
  };
}

const plain = (text) => text.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase();

const prices = {
  novel: ['17.00', '18.00', '18.50', '19.00', '20.00', '21.00'],
  translation: ['19.00', '20.00', '21.50', '22.00'],
  picture: ['13.50', '14.00', '15.00', '15.90'],
  essay: ['16.00', '18.00', '20.00', '22.00', '24.00'],
  poetry: ['12.00', '13.00', '14.00'],
  practical: ['19.90', '22.00', '24.00', '26.00', '29.00'],
  goods: ['9.90', '12.90', '15.00', '19.90', '24.90'],
};
const goodsForms = ['jeu', 'jeu', 'jeu', 'carnet', 'calendrier', 'affiche', 'cartes postales'];

function makeWorks(chance, authors) {
  const all = collections.flatMap((collection) =>
    collection.works.map((work, place) => ({ ...work, collection: collection.name, genre: collection.genre, number: place + 1 })),
  );
  let number = 0;
  return all.map((work, index) => {
    const published = publicationDate(index, chance);
    const editions = [];
    const add = (form, price) => {
      number += 1;
      const isGoods = work.genre === 'goods';
      const code = isGoods ? { ean: exampleNumber(5000 + number), isbn: '' } : { isbn: isbn(number), ean: '' };
      editions.push({ ...code, form, price, published, vat: isGoods ? '20' : '5.5' });
    };
    if (work.genre === 'goods') add(goodsForms[work.number - 1], chance.pick(prices.goods));
    else add(work.genre === 'picture' ? 'relié' : 'broché', chance.pick(prices[work.genre]));
    const inPrint = editions[0];
    if (['novel', 'essay', 'translation'].includes(work.genre) && chance.chance(0.45)) {
      add('numérique', work.genre === 'essay' ? '11.99' : '9.99');
    }
    if (work.genre === 'practical' && chance.chance(0.3)) add('relié', `${Number(inPrint.price.split('.')[0]) + 12}.00`);
    return { ...work, reference: `O${String(index + 1).padStart(3, '0')}`, published, editions, pages: pagesOf(work, chance), credits: creditsOf(work, index, authors) };
  });
}

const pagesOf = (work, chance) => (work.genre === 'picture' ? 40 : work.genre === 'poetry' ? chance.whole(80, 128) : chance.whole(12, 24) * 16);

/** A backlist from 2019 on, most of the catalogue from 2023 to today, a few titles still to come. */
function publicationDate(index, chance) {
  if (index % 23 === 22) return addDays('2026-09-03', chance.whole(0, 80));
  if (index % 5 === 0) return addDays('2019-02-07', chance.whole(0, 1300));
  return addDays('2023-01-12', chance.whole(0, 1230));
}

function creditsOf(work, index, authors) {
  const writer = authors[(index * 7) % 40];
  if (work.genre === 'goods') return { illustrators: [authors[40 + (index % 8)]] };
  if (work.genre === 'picture') return { authors: [writer], illustrators: [authors[40 + (index % 8)]] };
  if (work.subtitle.startsWith('traduit') || work.subtitle.includes('traduites')) {
    return { authors: [writer], translators: [authors[48 + (index % 7)]] };
  }
  if (index % 11 === 3) return { authors: [writer, authors[(index * 7 + 13) % 40]] };
  if (work.genre === 'essay' && index % 4 === 0) return { authors: [writer], prefaceAuthors: [authors[55 + (index % 5)]] };
  return { authors: [writer] };
}

const tiersOf = ['8 %', '8 % jusqu’à 3000 ; 10 % au-delà', '7 % jusqu’à 2000 ; 8 % jusqu’à 5000 ; 10 % au-delà', '9 % jusqu’à 4000 ; 11 %', '10 %'];

function makeContracts(works, chance) {
  const contracts = [];
  for (const work of works) {
    const { authors: writers = [], illustrators = [], translators = [] } = work.credits;
    const signedOn = addDays(work.published, -chance.whole(240, 420));
    const isNew = work.published >= '2025-01-01';
    const make = (person, clause) => {
      const advance = isNew && chance.chance(0.4) ? `${chance.whole(3, 18) * 100},00` : '';
      const rows = clausesOf(work, clause, chance);
      contracts.push({
        ...{ reference: `GL-${signedOn.slice(0, 4)}-${String(contracts.length + 1).padStart(3, '0')}`, person, work, signedOn, rows },
        minimumFirstRun: chance.chance(0.85) ? chance.pick([500, 800, 1000]) : '',
        threshold: chance.pick(['', '', '30', '50']),
        frequency: chance.pick(['annuelle', 'annuelle', 'annuelle', 'semestrielle', 'au tirage']),
        advances: advance ? [{ amount: advance, label: 'à la signature', paidOn: signedOn }] : [],
      });
    };
    const isPool = illustrators.length > 0 && writers.length > 0 && work.number % 3 === 0;
    if (isPool) {
      const pool = { tiers: '8 %', shares: work.number % 2 ? '50/50' : '60/40' };
      make(writers[0], { ...pool, rank: 1 });
      make(illustrators[0], { ...pool, rank: 2 });
    } else {
      const shared = writers.length > 1 || illustrators.length > 0;
      for (const writer of writers) make(writer, { tiers: shared && work.genre !== 'goods' ? '5 %' : chance.pick(tiersOf) });
      for (const illustrator of illustrators) make(illustrator, { tiers: work.genre === 'goods' ? '6 %' : '4 %' });
    }
    for (const translator of translators) make(translator, { tiers: '2 %', translator: true });
  }
  return contracts;
}

/** Invented sellers of e-books. */
const platforms = ['Liseuse et Cie', 'Pages à lire', 'Encre mobile'];

/** Of an e-book, writers share a quarter of what platforms pay over, and a translator has a twentieth. */
function clausesOf(work, clause, chance) {
  const exclusions = { authorCopies: chance.pick([10, 15, 20, 30]), legalDeposit: 2 };
  const review = chance.chance(0.5) ? { reviewPercent: chance.pick(['3 %', '5 %']) } : { reviewCopies: chance.pick([40, 60, 80]) };
  return work.editions.map((edition) => {
    if (edition.form !== 'numérique') return { edition, basis: 'tirage', ...clause, ...exclusions, ...review };
    if (clause.translator) return { edition, basis: 'recettes nettes', tiers: '5 %' };
    edition.platform = chance.pick(platforms);
    return { edition, basis: 'recettes nettes', tiers: work.credits.authors.length > 1 ? '12,5 %' : '25 %' };
  });
}

const printers = ['Imprimerie du Lez', 'Presses de la Thiérache', 'Atelier Roumégous', 'Impressions Vauclair'];
const papers = ['bouffant 80 g', 'bouffant 90 g', 'couché mat 135 g', 'offset 120 g'];

/** Until 2024 the house paid from its old spreadsheets. */
function makeRuns(works, chance) {
  const runs = [];
  for (const work of works) {
    for (const edition of work.editions.filter(({ form }) => form !== 'numérique')) {
      if (work.published > TODAY) continue;
      let date = addDays(work.published, -chance.whole(8, 20));
      const reprints = chance.chance(0.4) ? chance.whole(1, 3) : 0;
      for (let number = 1; number <= 1 + reprints && date <= '2026-06-30'; number += 1) {
        const quantity = number === 1 ? chance.whole(6, 25) * 100 : chance.whole(3, 12) * 100;
        runs.push({
          ...{ work, edition, number, date, quantity },
          printer: chance.pick(printers),
          cost: `${chance.whole(1, 4)},${String(chance.whole(0, 99)).padStart(2, '0')}`,
          paper: work.genre === 'picture' || work.genre === 'practical' ? papers[2] : chance.pick(papers),
          label: chance.pick(['FSC', 'PEFC', '']),
          isPaid: date < '2025-01-01',
        });
        date = addDays(date, chance.whole(220, 560));
      }
    }
  }
  return runs.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.edition.isbn < b.edition.isbn ? -1 : 1));
}

const kinds = [
  ['librairie indépendante', '35 %', '60 jours fin de mois', 62],
  ['chaîne', '38 %', '60 jours fin de mois', 8],
  ['grossiste', '42,5 %', '60 jours fin de mois', 3],
  ['médiathèque', '9 %', '30 jours', 11],
  ['boutique de musée', '33 %', '45 jours fin de mois', 6],
  ['association', '30 %', 'comptant', 6],
  ['librairie en ligne', '36 %', '60 jours fin de mois', 4],
];

function makeShops(chance) {
  const all = kinds.flatMap(([kind, discount, terms, count]) => Array.from({ length: count }, () => ({ kind, discount, terms })));
  return all.map((shop, index) => {
    const town = towns[index % towns.length];
    const isFrench = town.country === 'France';
    return {
      ...shop,
      ...town,
      reference: `PV${String(index + 1).padStart(3, '0')}`,
      name: shopName(shop.kind, index, town.city),
      line1: `${chance.whole(1, 90)}, ${chance.pick(streets)}`,
      gln: exampleNumber(100 + index),
      siren: isFrench ? siren(index) : '',
      siret: isFrench ? siret(index) : '',
      email: `commandes@pv${index + 1}.example.org`,
      phone: isFrench ? `0${chance.whole(1, 5)} 99 00 ${String(chance.whole(0, 99)).padStart(2, '0')} ${String(index).padStart(2, '0').slice(-2)}` : '',
      contact: chance.chance(0.3) ? `${chance.pick(people).firstName} ${chance.pick(people).lastName}` : '',
    };
  });
}

function shopName(kind, index, city) {
  if (kind === 'médiathèque') return `Médiathèque de ${city}`;
  if (kind === 'boutique de musée') return `Boutique du musée de ${city}`;
  if (kind === 'association') return `Festival du livre de ${city}`;
  if (kind === 'grossiste') return `Grossiste Livres ${index}`;
  if (kind === 'librairie en ligne') return `Pages en ligne ${index}`;
  const name = shopNames[index % shopNames.length];
  return index < shopNames.length ? name : `${name} – ${city}`;
}

/** Invoices of three years, and what left otherwise: never more copies than were printed. */
function makeSales({ works, runs, shops, chance }) {
  const stock = new Map();
  const arrivals = [...runs];
  const invoices = [];
  for (let date = '2023-07-03'; date <= '2026-07-10'; date = addDays(date, chance.whole(1, 5))) {
    while (arrivals[0] && arrivals[0].date < date) {
      const run = arrivals.shift();
      stock.set(run.edition, (stock.get(run.edition) ?? 0) + run.quantity);
    }
    const lines = pickLines(stock, date, chance);
    if (lines.length > 0) invoices.push({ date, shop: shops[Math.floor(chance.next() ** 2 * shops.length)], lines });
  }
  for (const run of arrivals) stock.set(run.edition, (stock.get(run.edition) ?? 0) + run.quantity);
  const credits = makeCredits(invoices, chance);
  const all = makeFigures({ works, runs, stock, chance });
  return { invoices, credits, figures: all.filter(({ edition }) => edition.form !== 'numérique'), reports: makeReports(all) };
}

function pickLines(stock, date, chance) {
  const ready = [...stock].filter(([edition, copies]) => copies > 150 && edition.published <= date).map(([edition]) => edition);
  const count = Math.min(ready.length, chance.whole(1, 6));
  const chosen = new Set(Array.from({ length: count }, () => ready[Math.floor(chance.next() ** 1.5 * ready.length)]));
  return [...chosen].map((edition) => {
    const quantity = chance.chance(0.15) ? chance.whole(10, 40) : chance.whole(1, 8);
    stock.set(edition, stock.get(edition) - quantity);
    return { edition, quantity };
  });
}

function makeCredits(invoices, chance) {
  return invoices.flatMap((invoice, index) => {
    const date = addDays(invoice.date, chance.whole(60, 200));
    const line = chance.whole(0, invoice.lines.length - 1);
    if (!chance.chance(0.06) || date > '2026-07-10') return [];
    return [{ date, invoice: index, line, quantity: chance.whole(1, invoice.lines[line].quantity) }];
  });
}

/** Sales at fairs and through a platform, review copies, pulping and counts, kept in a table of their own. */
function makeFigures({ works, runs, stock, chance }) {
  const figures = [];
  for (const work of works) {
    for (const edition of work.editions) {
      if (edition.form === 'numérique') {
        for (const period of ['2025', 'S1 2026']) {
          if (work.published < (period === '2025' ? '2025-10-01' : '2026-04-01')) figures.push({ work, edition, period, sold: chance.whole(8, 160), returned: chance.whole(0, 4) });
        }
      } else if (chance.chance(0.45)) figures.push(...printFigures({ work, edition, runs, stock, chance }));
    }
  }
  return figures;
}

/** What platforms report of the e-books, a row for each way in which they were read. */
function makeReports(figures) {
  return figures
    .filter(({ edition }) => edition.form === 'numérique')
    .flatMap((figure, index) => {
      // Seven tenths of the price without VAT, in cents.
      const cents = (copies) => Math.round((copies * Number(figure.edition.price.replace('.', '')) * 7000) / 10_550);
      const report = { ...figure, reference: `${figure.period.slice(-4)}-${String(index + 1).padStart(3, '0')}` };
      const unit = { ...report, platform: figure.edition.platform, mode: 'à l’unité', cents: cents(figure.sold - figure.returned) };
      const none = { sold: '', returned: '' };
      const subscription = { ...report, ...none, platform: 'Lectures illimitées', mode: 'abonnement', cents: cents(figure.sold) >> 2 };
      const library = { ...report, ...none, platform: 'Prêt des bibliothèques', mode: 'bibliothèques', cents: cents(figure.sold) >> 3 };
      return [unit, ...(index % 3 === 0 ? [subscription] : []), ...(index % 4 === 0 ? [library] : [])];
    });
}

function printFigures({ work, edition, runs, stock, chance }) {
  const first = runs.find((run) => run.edition === edition);
  if (!first) return [];
  return ['2023', '2024', '2025'].flatMap((year) => {
    if (first.date > `${year}-06-30` || work.published > `${year}-09-30`) return [];
    const left = stock.get(edition) ?? 0;
    const spare = Math.max(0, Math.floor((left - 120) / 6));
    if (spare < 10) return [];
    const sold = chance.whole(4, Math.min(spare, 60));
    const figure = { sold, returned: chance.whole(0, 2), free: chance.whole(0, 12), destroyed: chance.chance(0.2) ? chance.whole(1, 15) : 0, counted: chance.chance(0.3) ? chance.whole(-3, 1) : 0 };
    stock.set(edition, left - sold - figure.free - figure.destroyed - 3);
    return [{ work, edition, period: year, ...figure }];
  });
}
