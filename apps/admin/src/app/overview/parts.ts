export type Part = 'sales' | 'bestSellers' | 'upcoming' | 'lowStock' | 'closings';

const everyone: readonly Part[] = ['sales', 'closings', 'bestSellers', 'upcoming', 'lowStock'];

const byRole: Readonly<Record<string, readonly Part[]>> = {
  editorial: ['upcoming', 'lowStock', 'bestSellers', 'sales', 'closings'],
  sales: ['sales', 'bestSellers', 'lowStock', 'upcoming', 'closings'],
  accountant: ['closings', 'sales', 'bestSellers', 'lowStock', 'upcoming'],
};

/** The figures of the home page in the order of a role: books in the making first for the editorial staff, say. */
export function partsOf(role: string | undefined): readonly Part[] {
  return byRole[role ?? ''] ?? everyone;
}
