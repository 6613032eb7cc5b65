import { FACES, fontBytes, type Face } from '../fonts';

/** The two families by the name that definitions use, each style by the name of its file. */
const FAMILIES = {
  Serif: faces('serif'),
  Sans: faces('sans'),
};

/** A fresh dictionary a document: pdfmake writes into the one it is given. */
export function fontDictionary(): Record<string, Record<string, string>> {
  return { Serif: { ...FAMILIES.Serif }, Sans: { ...FAMILIES.Sans } };
}

/** What pdfmake may read by name: our faces and nothing else; it never writes here. */
export const fontFileSystem = {
  existsSync: (name: string): boolean => (FACES as readonly string[]).includes(name),
  readFileSync: (name: string): Buffer => fontBytes(name as Face),
  writeFileSync: (name: string): never => refuse(name),
};

/** Stands for pdfmake's downloader: a document is made of its data alone. Data URLs are pictures already at hand. */
export const noDownload = {
  resolve: (url: string): void => {
    if (/^[a-z]+:\/\//i.test(url)) refuse(url);
  },
  resolved: (): Promise<void> => Promise.resolve(),
};

/** No file of the machine is ever read for a document. */
export function noLocalFile(): boolean {
  return false;
}

function faces(family: 'serif' | 'sans'): Record<string, Face> {
  return {
    normal: `${family}-regular`,
    bold: `${family}-semibold`,
    italics: `${family}-italic`,
    bolditalics: `${family}-semibold-italic`,
  };
}

function refuse(name: string): never {
  throw new Error(`A document may not reach out of its data: ${name}`);
}
