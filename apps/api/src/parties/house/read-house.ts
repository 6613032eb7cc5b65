import type { Tx } from '../../platform/database/database';
import { HouseRecord } from '../records';
import type { HouseResponse } from './house-dto';

/** The house itself: every database has exactly one. */
export async function readHouse(tx: Tx): Promise<HouseResponse> {
  return toHouse(await tx.findOneByOrFail(HouseRecord, { onlyRow: true }));
}

export function toHouse(record: HouseRecord): HouseResponse {
  const { onlyRow: _key, paymentTermKind, unitPriceRounding, ...shown } = record;
  return {
    ...shown,
    paymentTermKind: paymentTermKind as HouseResponse['paymentTermKind'],
    unitPriceRounding: unitPriceRounding as HouseResponse['unitPriceRounding'],
  };
}
