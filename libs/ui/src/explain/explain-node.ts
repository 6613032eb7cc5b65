/** One line of a sum on paper. An amount is the wire's decimal string; what is under it adds up to it. */
export interface ExplainNode {
  readonly label: string;
  /** How it was computed: "1 000 ex. × 18,96 € × 8 %". */
  readonly formula?: string;
  readonly amount?: string;
  /** Where it comes from: the clause, the law, the run, the rounding. */
  readonly note?: string;
  readonly children?: readonly ExplainNode[];
}
