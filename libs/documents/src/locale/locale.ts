/** The language of a document. Amounts, dates and labels follow it; what the data brings as text stays as it is. */
export type Locale = 'fr' | 'en';

/** An exact number as text: optional minus, digits, optional point and digits (`-1234.50`). Never a float. */
export type Decimal = string;

/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;

/** An instant in UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
export type IsoInstant = string;
