export {
  contributionKinds,
  type CertificateData,
  type CertifiedItem,
  type CertifiedLine,
  type CertifiedPayment,
  type ContributionKind,
  type StateRelief,
} from './certificate-data';
export { certificateDefinition, certificatePdf } from './certificate-pdf';
