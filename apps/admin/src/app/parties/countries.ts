/** Countries (ISO 3166-1) a French-language publisher sells to. */
export const COUNTRIES = ['FR', 'BE', 'CH', 'LU', 'MC', 'CA', 'DE', 'ES', 'GB', 'IT', 'NL', 'PT', 'US'] as const;
