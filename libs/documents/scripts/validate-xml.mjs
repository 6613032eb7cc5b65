/**
 * Validates XML documents against a schema, for the tests: reads `{ schema, documents: string[] }` from standard input
 * and prints one list of errors a document. A process of its own, because the validator is an ES module that waits.
 */
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

const { schema, documents } = JSON.parse(await text(process.stdin));
const definition = XmlDocument.fromBuffer(readFileSync(schema));
const validator = XsdValidator.fromDoc(definition);
process.stdout.write(JSON.stringify(documents.map(errorsOf)));

function errorsOf(source) {
  let document;
  try {
    document = XmlDocument.fromString(source);
    validator.validate(document);
    return [];
  } catch (error) {
    return error.details?.length ? error.details.map(({ message }) => message) : [String(error.message)];
  } finally {
    document?.dispose();
  }
}
