/** The works of an invented house, a line each: title | subtitle. Titles and people are made up for this demonstration. */
export const collections = [
  {
    name: 'Rives',
    genre: 'novel',
    works: `Le gué des trois saules|roman
La maison sous le vent d’est|
Une saison de brumes|
Ce que savait la rivière|
Les heures lentes|
Retour à Montbrun-le-Vieux|
La dernière écluse|
Quelqu’un marche dans la neige|
L’été des hirondelles|
Le poids de la lumière|
Trois sœurs et un moulin|
La nuit tombe sur Salvagnac|
Mémoire d’un passeur|
Le chant du bouvreuil|
Tout ce bleu au-dessus de nous|
La part des absents|
Les enfants du tramway|
Un hiver à Valdombre|
Le jardin d’Anselme|
Nous étions l’orage|`,
  },
  {
    name: 'Traverses',
    genre: 'translation',
    works: `La ville aux sept ponts|traduit du portugais
Le cartographe aveugle|traduit de l’espagnol
Sel|nouvelles traduites de l’italien
Les oiseaux de Thessalie|traduit du grec
Fille de personne|traduit de l’anglais
Carnet d’un homme pressé|traduit de l’allemand
Un train pour Coimbra|traduit du portugais
Le mort du canal|une enquête de Lise Bonnafous
Vin noir|une enquête de Lise Bonnafous
La colline aux corbeaux|une enquête de Lise Bonnafous
Minuit, rue des Teinturiers|
L’affaire du pastel|
Les silences de l’inspecteur Roumiguière|
Trois jours en Engadine|traduit de l’allemand
La langue des pierres|traduit du roumain
Dernier bac pour Skara|traduit du suédois
Le vol du héron|nouvelles
Petites catastrophes|nouvelles
Chemins de traverse|anthologie
L’année du figuier|traduit de l’arabe`,
  },
  {
    name: 'Petites Loutres',
    genre: 'picture',
    works: `Plouf la loutre|
Plouf et la grande crue|
Où dort la lune ?|
Monsieur Hérisson déménage|
Le manteau de Ninon|
Dix doigts dans la farine|
La cabane de Tom et Aminata|
Grand-père est une baleine|
Même pas peur du noir|
Le potager de Zélie|
Un dragon dans la cour|
Les bottes rouges|
Bonne nuit, petit phare|
Ma ville en pyjama|
L’arbre qui voulait voir la mer|
Qui a mangé l’arc-en-ciel ?|
Le facteur des nuages|
Les sept chapeaux de Mamé|
Chut ! Ça pousse|
L’alphabet des rivières|`,
  },
  {
    name: 'Le Temps d’ici',
    genre: 'essay',
    works: `Gens de rivière|bateliers et radeliers, 1750-1900
Le pastel, or bleu du pays|
Les verriers de la forêt|une histoire ouvrière
Paroles de bergères|récits recueillis
Brève histoire du bac et du pont|
La République au village|1848-1914
Les chemins de l’exil|réfugiés espagnols, 1939-1945
Petite géographie du vent|
Habiter la pente|essai sur les paysages de terrasses
L’école des filles|
Dictionnaire amoureux des mots d’oc|
Les foires oubliées|
L’eau, le droit, le partage|
Une épicière dans la Résistance|
Le siècle des cantonniers|
Ruralités nouvelles|enquête
Éloge de la lenteur ferroviaire|
Ce que mangent les pauvres|
Les communs|manuel pratique
Faire maison ensemble|l’habitat participatif`,
  },
  {
    name: 'Sel et Vent',
    genre: 'poetry',
    works: `Herbier des jours|poèmes
Ardoises|
Le nom des vagues|
Poèmes pour une voisine|
L’ombre portée|
Trente-six vues du causse|
Cendre et miel|
À voix basse|
Petit traité de la pluie|
Chants de l’atelier|
Le livre des seuils|
Nuit blanche, matin clair|
Lettres à l’hiver|
Abécédaire du silence|
Ici commence la mer|`,
  },
  {
    name: 'Gestes',
    genre: 'practical',
    works: `Le pain de chaque jour|levain, farines, fournées
Relier un livre|
Teindre avec les plantes|
Le potager sans pétrole|
Conserves et confitures|
Construire en terre crue|
Le carnet de la ruche|
La vannerie pas à pas|
Réparer plutôt que jeter|
Soupes|soixante recettes
Tailler les fruitiers|
Affûter|couteaux, faux et ciseaux
L’encre et la plume|
Le bois, du tronc au tabouret|
Fromages de ferme|
Broderies de Méditerranée|
Champignons|cueillir et cuisiner
Le vélo réparé|`,
  },
  {
    name: 'Jeux et papeterie',
    genre: 'goods',
    works: `Le jeu des rivières|
Sept familles de la ferme|
Puzzle de la grande crue|
Carnet du gué|
Agenda des jours lents|
Affiche Trente-six vues du causse|
Cartes postales des loutres|`,
  },
].map((collection) => ({
  ...collection,
  works: collection.works.split('\n').map((line) => {
    const [title, subtitle = ''] = line.split('|');
    return { title, subtitle };
  }),
}));
