/** A number by its decimal digits, so that 0.1 and 0.2 are 0.3: units of a tenth as many times as `places` says. */
export interface Decimal {
  units: bigint;
  places: number;
}

export const zero: Decimal = { units: 0n, places: 0 };

/** Reads -1234.50. */
export function decimal(text: string): Decimal {
  const [whole = '', fraction = ''] = text.split('.');
  return { units: BigInt(whole + fraction), places: fraction.length };
}

/** The digits that a spreadsheet computes with; those behind the fifteenth are noise: 0.30000000000000004. */
export function stored(value: number): Decimal {
  const [digits = '', exponent = '0'] = value.toPrecision(15).split('e');
  const { units, places } = decimal(digits);
  const all = places - Number(exponent);
  const { units: short, places: few } =
    all < 0 ? shifted({ units, places: 0 }, -all) : { units, places: all };
  return trimmed({ units: short, places: few });
}

/** Without noughts at the end. */
function trimmed({ units, places }: Decimal): Decimal {
  let [short, few] = [units, places];
  while (few > 0 && short % 10n === 0n) {
    short /= 10n;
    few--;
  }
  return { units: short, places: few };
}

export function plus(one: Decimal, other: Decimal): Decimal {
  const places = Math.max(one.places, other.places);
  return { units: scaled(one, places) + scaled(other, places), places };
}

/** Ten to the power of `tens` as many. */
export function shifted({ units, places }: Decimal, tens: number): Decimal {
  return places >= tens
    ? { units, places: places - tens }
    : { units: units * 10n ** BigInt(tens - places), places: 0 };
}

/** With so many places, the last of them rounded half up, as spreadsheets do. */
export function fixed(value: Decimal, places: number): string {
  const units = scaled(value, places);
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const sign = units < 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function scaled({ units, places }: Decimal, wanted: number): bigint {
  if (wanted >= places) return units * 10n ** BigInt(wanted - places);
  const unit = 10n ** BigInt(places - wanted);
  const half = units < 0n ? -unit / 2n : unit / 2n;
  return (units + half) / unit;
}
