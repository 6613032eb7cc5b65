export { latinText } from './latin-text';
export {
  painVersions,
  type AccountHolder,
  type CreditTransfer,
  type PainVersion,
  type StructuredAddress,
  type TransferFile,
} from './transfer-file';
export { transferXml } from './transfer-xml';
