/** Numbers that check and that nobody has: see the README of the samples. */

export function gs1(body) {
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** 979-10-999900-0 to 979-10-999999-9: the last registrants of the French range, ten numbers each. */
export const isbn = (index) => gs1(`97910${999_900 + Math.floor(index / 10)}${index % 10}`);

/** GS1's own prefix for examples (952). */
export const exampleNumber = (index) => gs1(`952${String(index).padStart(9, '0')}`);

export function siren(index) {
  const body = `000${String(21_000 + index).padStart(5, '0')}`;
  return body + luhnDigit(body);
}

export function siret(index) {
  const body = `${siren(index)}0001`;
  return body + luhnDigit(body);
}

function luhnDigit(body) {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** A French account at the bank 99999, which there is not; both keys are right. */
export function iban(index) {
  const [bank, branch, account] = ['99999', '00001', String(10_000_000_000 + index * 7919).slice(-11)];
  const key = 97n - ((89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(account)) % 97n);
  const bban = `${bank}${branch}${account}${String(key).padStart(2, '0')}`;
  const check = 98n - (BigInt(`${bban}152700`) % 97n);
  return `FR${String(check).padStart(2, '0')}${bban}`;
}

/** Born in the country 999, which there is not. */
export function nir(index, isWoman) {
  const year = String(45 + ((index * 7) % 55)).padStart(2, '0');
  const month = String(1 + ((index * 5) % 12)).padStart(2, '0');
  const body = `${isWoman ? 2 : 1}${year}${month}99999${String(1 + index).padStart(3, '0')}`;
  return `${body}${String(97n - (BigInt(body) % 97n)).padStart(2, '0')}`;
}

/** Mulberry32: the same numbers on every machine. */
export function random(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from, to) => from + Math.floor(next() * (to - from + 1));
  return { next, whole, pick: (list) => list[whole(0, list.length - 1)], chance: (share) => next() < share };
}
