export { FACES, fontBytes, type Face } from './font-files';
export { coveredCodePoints, printableText, REPLACEMENT, type PrintableText } from './printable';
export { missingCharacters, printableData, visibleData, type PrintableData } from './printable-data';
