import { foldText } from './fold';

/** Given names frequent enough in French catalogues to tell in which order the names of a cell were typed. */
const givenNames = new Set(
  `adele adrien agathe agnes aicha aime alain alban albert alex alexandre alexis alice aline alix alphonse amandine amelie
  amina anais andre andrea anna anne annie anouk antoine antoinette armand arnaud arthur aude aurelie aurelien axel baptiste
  barbara bastien beatrice benedicte benjamin benoit berenice bernadette bernard bertrand brigitte bruno camille capucine
  carine carla carole caroline catherine cecile cedric celine celia chantal charles charlotte chloe christelle christian
  christine christophe claire clara claude claudine clemence clement colette constance corinne cyril daniel danielle david
  delphine denis denise diane didier dominique dorothee edith edouard eleonore elena elias eliane elisa elisabeth elise ella
  elodie emilie emma emmanuel emmanuelle eric erwan estelle esther etienne eugene eva eve fabien fabienne fabrice fanny
  farid fatima fatou felix fernand fiona florence florent florian franck francine francis francois francoise frank fred
  frederic frederique gabriel gabrielle gaelle gael gaspard gauthier genevieve georges gerard germaine gilbert gilles giulia
  ghislaine gregoire gregory guillaume gustave guy hadrien hamid helene henri herve hortense hubert hugo ibrahim ines irene
  isabelle ivan jacqueline jacques jean jeanne jeremy jerome joachim joel joelle john jonas jonathan josephine josiane
  joseph judith jules julia julie julien juliette justine karim karine kevin laetitia laura laure laurence laurent lea leila
  leo leon leonie lila lilian lina lise loic louis louise luc luca lucas lucie lucien lucile ludovic lydia madeleine magali
  malika manon marc marcel margaux margot marguerite maria marianne marie marine mario marion marthe martine mathieu mathilde
  matthieu maud maurice max maxime melanie mehdi michel michele mireille mohamed monique moussa muriel myriam nadia nadine
  nathalie nathan nicolas nicole nina noe noel noemie nora odile olga olivier ondine oscar pascal pascale patricia patrick
  paul paula pauline perrine philippe pierre quentin rachel raphael raymond rebecca regis remi renaud rene renee richard
  robert robin roger roland romain rosa rose roxane sabine salome samir samuel sandra sandrine sara sarah sebastien selma
  serge severine sibylle simon simone sofia solange solene sonia sophie stella stephane stephanie suzanne sybille sylvain
  sylvie tania thea theo theodore therese thibault thierry thomas tristan valentin valentine valerie vanessa veronique
  victor victoire vincent virginie viviane vivien william xavier yann yannick yasmina yolande yves yvette yvonne zoe`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a word is a given name that is not doubtful; "Jean-Luc" counts by its first half. */
export function isGivenName(word: string): boolean {
  return givenNames.has(foldText(word).split(' ')[0] ?? '');
}
