/** An address as printed, a line an entry; the country only where it is not France. */
export function addressLines(address: Readonly<Record<string, string | undefined>> | null): string[] {
  if (!address) return [];
  const { line1, line2, postalCode, city, country } = address;
  const town = [postalCode, city].filter(Boolean).join(' ');
  const abroad = country && country !== 'FR' ? new Intl.DisplayNames('fr', { type: 'region' }).of(country) : undefined;
  return [line1, line2, town, abroad].filter((line): line is string => Boolean(line));
}
