/** Copies printed and not sold on the eve of a day, by clause on the sold basis. */
export class CopiesLeft {
  clauseId: number;
  copies: number;
}

export class CopiesLeftPage {
  items: CopiesLeft[];
}

export class PriceCorrectionResponse {
  id: number;
  editionId: number;
  from: string;
  priceBefore: string | null;
  retailPriceInclVat: string;
  reason: string;
  correctedOn: string;
}

export class PriceCorrectionPage {
  items: PriceCorrectionResponse[];
}

export class SetOffCreated {
  id: number;
}
