import './certificates/records';

import { CertificateController } from './certificates/certificate-controller';
import { CertificatePapers } from './certificates/certificate-papers';
import { IssueCertificates } from './certificates/issue-certificates';
import { YearPaper } from './certificates/year-paper';
import { DeclarationController } from './declarations/declaration-controller';
import { ReadDeclarations } from './declarations/read-declarations';

/** What the law wants said of payments: certificates to authors, returns to Urssaf and the Treasury. */
export const taxPaperControllers = [CertificateController, DeclarationController];
export const taxPaperProviders = [IssueCertificates, CertificatePapers, YearPaper, ReadDeclarations];
