/** Invented people, a line each: first name | last name | pseudonym, town, postal code, country. */
const lines = `Maïlys|Cazenave||Albi|81000|France
Bastien|Roquelaure||Toulouse|31000|France
Aminata|Sarr||Bordeaux|33000|France
Thomas|Le Guennec||Brest|29200|France
Inês|Vasconcelos||Lisbonne|1200-109|Portugal
Élodie|Fontanel||Lyon|69003|France
Yacine|Belkhodja||Marseille|13001|France
Clémence|d’Astarac||Auch|32000|France
Joachim|Weissbrodt||Strasbourg|67000|France
Hélène|Papadakis||Montpellier|34000|France
Rémi|Castagnède||Pau|64000|France
Noémie|Tran-Vasseur||Paris|75011|France
Lucien|Mazières||Cahors|46000|France
Solveig|Lindqvist||Uppsala|753 20|Suède
Fatoumata|Keïta||Montreuil|93100|France
Gaspard|Delmouly||Brive-la-Gaillarde|19100|France
Olga|Smirnova-Petit||Nantes|44000|France
Driss|El Amrani||Rabat|10000|Maroc
Marguerite|Puech||Rodez|12000|France
Anselme|Bonnecaze||Bayonne|64100|France
Zoé|Lacassagne||Grenoble|38000|France
Mathurin|Kervella||Quimper|29000|France
Sabine|Oberlé||Colmar|68000|France
Ignacio|Ferrandis||Valence|46001|Espagne
Perrine|Vaucouleurs||Nancy|54000|France
Léopold|N’Dong||Lille|59000|France
Capucine|Tournemire||Aurillac|15000|France
Salomé|Abitbol||Nice|06000|France
Édouard|Saint-Cernin||Limoges|87000|France
Ottavia|Bellandi||Turin|10121|Italie
Florian|Escoffres||Perpignan|66000|France
Jeanne|Lavigerie|Jeanne des Bois|Tulle|19000|France
Kenza|Haddad||Lyon|69007|France
Maxence|Bruyneel||Gand|9000|Belgique
Violette|Sauvanet||Angoulême|16000|France
Hiroko|Tanabe-Morel||Paris|75013|France
Tristan|Carrère||Tarbes|65000|France
Amélie|Rouvroy||Liège|4000|Belgique
Dorian|Popescu||Rennes|35000|France
Blandine|Estève||Nîmes|30000|France
Nicolas|Arrouy||Foix|09000|France
Lila|Benoussan||Toulouse|31500|France
Côme|Vallespir||Carcassonne|11000|France
Ludivine|Charpentreau||Poitiers|86000|France
Pascal|Dieumegard||La Rochelle|17000|France
Ysé|Montredon||Castres|81100|France
Romain|Ouvrard||Orléans|45000|France
Awa|Diarra||Saint-Denis|93200|France
Bérénice|Hautefage||Périgueux|24000|France
Simon|Zylberstein||Paris|75019|France
Mireille|Guiraudou||Millau|12100|France
Arthur|Penvern||Lorient|56100|France
Nadia|Chebbi||Villeurbanne|69100|France
Étienne|Baduel||Mende|48000|France
Rose|Lafforgue|R. L. Gascogne|Mont-de-Marsan|40000|France
Manon|Thiébaut||Besançon|25000|France
Victor|Sémélas||Dijon|21000|France
Agathe|Rigollet||Clermont-Ferrand|63000|France
Oumar|Traoré-Lemaire||Rouen|76000|France
Céleste|Fabregoule||Béziers|34500|France`;

export const people = lines.split('\n').map((line, index) => {
  const [firstName, lastName, pseudonym, city, postalCode, country] = line.split('|');
  return { reference: `A${String(index + 1).padStart(3, '0')}`, firstName, lastName, pseudonym, city, postalCode, country };
});

export const streets = [
  'rue des Lices', 'avenue de la Gare', 'chemin du Moulin', 'place du Marché', 'rue Haute', 'quai des Tanneurs',
  'rue de la République', 'impasse des Tilleuls', 'boulevard Carnot', 'rue du Four', 'allée des Platanes', 'rue Basse',
];

/** Towns of points of sale: town, postal code, country. */
export const towns = `Toulouse|31000|France
Paris|75005|France
Paris|75010|France
Paris|75014|France
Paris|75020|France
Lyon|69001|France
Lyon|69006|France
Marseille|13006|France
Bordeaux|33000|France
Nantes|44000|France
Rennes|35000|France
Lille|59800|France
Strasbourg|67000|France
Montpellier|34000|France
Grenoble|38000|France
Bourg-en-Bresse|01000|France
Dijon|21000|France
Angers|49100|France
Le Mans|72000|France
Tours|37000|France
Limoges|87000|France
Clermont-Ferrand|63000|France
Rodez|12000|France
Albi|81000|France
Castres|81100|France
Cahors|46000|France
Auch|32000|France
Pau|64000|France
Bayonne|64100|France
Tarbes|65000|France
Foix|09000|France
Perpignan|66000|France
Carcassonne|11000|France
Nîmes|30000|France
Avignon|84000|France
Aix-en-Provence|13100|France
Nice|06000|France
Ajaccio|20000|France
Bastia|20200|France
Annecy|74000|France
Chambéry|73000|France
Besançon|25000|France
Nancy|54000|France
Metz|57000|France
Colmar|68000|France
Reims|51100|France
Amiens|80000|France
Rouen|76000|France
Caen|14000|France
Brest|29200|France
Quimper|29000|France
Lorient|56100|France
Vannes|56000|France
La Rochelle|17000|France
Poitiers|86000|France
Niort|79000|France
Angoulême|16000|France
Périgueux|24000|France
Brive-la-Gaillarde|19100|France
Aurillac|15000|France
Mende|48000|France
Millau|12100|France
Figeac|46100|France
Gaillac|81600|France
Montauban|82000|France
Agen|47000|France
Mont-de-Marsan|40000|France
Orléans|45000|France
Bourges|18000|France
Nevers|58000|France
Auxerre|89000|France
Troyes|10000|France
Valence|26000|France
Gap|05000|France
Digne-les-Bains|04000|France
Saint-Étienne|42000|France
Le Puy-en-Velay|43000|France
Privas|07000|France
Arles|13200|France
Bruxelles|1000|Belgique
Liège|4000|Belgique
Namur|5000|Belgique
Genève|1204|Suisse
Lausanne|1003|Suisse
Luxembourg|L-1420|Luxembourg`
  .split('\n')
  .map((line) => {
    const [city, postalCode, country] = line.split('|');
    return { city, postalCode, country };
  });

export const shopNames = [
  'Librairie du Passage', 'La Page et la Plume', 'Le Chat qui lit', 'Librairie des Arceaux', 'L’Encre bleue',
  'Au fil des mots', 'La Belle Étoile', 'Le Grand Large', 'Librairie Mazelier', 'Les Sandales d’Hermine',
  'La Boîte à livres', 'Le Temps retrouvé', 'L’Échappée', 'Librairie du Beffroi', 'La Traversée', 'Le Marque-page',
  'Les Mots voyageurs', 'La Cour des lettres', 'Le Cheval de papier', 'L’Herbe folle', 'La Fabrique', 'Les Quatre Vents',
  'Le Rayon vert', 'La Mandragore', 'Le Porte-plume', 'La Petite Échoppe', 'Folio et Cie', 'Le Passe-muraille',
];
