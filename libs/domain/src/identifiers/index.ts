export { formatIsbn, isIsbn, parseIsbn, type Isbn } from './isbn';
export { formatEan13, formatGln, isEan13, isGln, parseEan13, parseGln, type Ean13, type Gln } from './ean';
export {
  formatSiren,
  formatSiret,
  formatVatNumber,
  isSiren,
  isSiret,
  isVatNumber,
  parseSiren,
  parseSiret,
  parseVatNumber,
  vatNumberOfSiren,
  type Siren,
  type Siret,
  type VatNumber,
} from './siren';
export { formatBic, formatIban, isBic, isIban, maskIban, parseBic, parseIban, type Bic, type Iban } from './bank';
export { formatIsni, isIsni, parseIsni, type Isni } from './isni';
export { formatNir, isNir, maskNir, nirKey, parseNir, type Nir } from './nir';
export { gs1CheckDigit } from './check-digits';
export { countryNamed } from './country';
