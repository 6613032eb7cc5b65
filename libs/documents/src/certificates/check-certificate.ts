import { addsUp, negated, type Decimal } from '../locale';
import type { CertificateData } from './certificate-data';

/** Refuses a certificate that its own lines contradict: somebody swears to it. Throws `Error`, for it was built wrong. */
export function checkCertificate(data: CertificateData): void {
  const { of, social, gross, net } = data;
  const amounts = (lines: readonly { readonly amount: Decimal }[]) => lines.map(({ amount }) => amount);
  total(data, 'social', amounts(data.lines), social);
  const taken = [social, data.vatWithheld, data.withholdingTax, data.agentShare].map(negated);
  total(data, 'net', [gross, data.vat, ...taken], net);
  const parts = of.kind === 'payment' ? of.items : of.payments;
  for (const name of ['gross', 'social', 'net'] as const) {
    total(
      data,
      name,
      parts.map((part) => part[name]),
      data[name],
    );
  }
}

function total({ number }: CertificateData, name: string, parts: readonly Decimal[], sum: Decimal): void {
  if (addsUp(parts, sum)) return;
  throw new Error(`Certificate ${number} cannot be printed: ${name} is ${sum}, its parts are ${parts.join(' + ')}.`);
}
