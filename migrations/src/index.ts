import { Accounting1700000011000 } from './1700000011000-accounting';
import { Certificates1700000015700 } from './1700000015700-certificates';
import { AuthorSpace1700000018000 } from './1700000018000-author-space';
import { PayeesApart1700000019000 } from './1700000019000-payees-apart';
import { Catalogue1700000002000 } from './1700000002000-catalogue';
import { ContractTerms1700000010000 } from './1700000010000-contract-terms';
import { Contracts1700000003000 } from './1700000003000-contracts';
import { Exchange1700000008000 } from './1700000008000-exchange';
import { Income1700000012000 } from './1700000012000-income';
import { Mail1700000016000 } from './1700000016000-mail';
import { Parties1700000001000 } from './1700000001000-parties';
import { PaymentPayees1700000015500 } from './1700000015500-payment-payees';
import { Payments1700000014000 } from './1700000014000-payments';
import { Platform1700000000000 } from './1700000000000-platform';
import { PrintRuns1700000004000 } from './1700000004000-print-runs';
import { Royalties1700000007000 } from './1700000007000-royalties';
import { Sales1700000006000 } from './1700000006000-sales';
import { StatedFacts1700000009000 } from './1700000009000-stated-facts';
import { StatementDocuments1700000017000 } from './1700000017000-statement-documents';
import { StatementRuns1700000015000 } from './1700000015000-statement-runs';
import { Stock1700000005000 } from './1700000005000-stock';
import { Tax1700000013000 } from './1700000013000-tax';

/** All migrations, oldest first; one is never edited once merged. */
export const migrations = [
  Platform1700000000000,
  Parties1700000001000,
  Catalogue1700000002000,
  Contracts1700000003000,
  PrintRuns1700000004000,
  Stock1700000005000,
  Sales1700000006000,
  Royalties1700000007000,
  Exchange1700000008000,
  StatedFacts1700000009000,
  ContractTerms1700000010000,
  Accounting1700000011000,
  Income1700000012000,
  Tax1700000013000,
  Payments1700000014000,
  StatementRuns1700000015000,
  PaymentPayees1700000015500,
  Certificates1700000015700,
  Mail1700000016000,
  StatementDocuments1700000017000,
  AuthorSpace1700000018000,
  PayeesApart1700000019000,
];
