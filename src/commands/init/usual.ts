/** What is taken where nothing else is said. */
export interface Usual {
  kinds: readonly string[];
  unit: string;
  year(kind: string): number;
}

export function usualAt(today: Date, kinds: readonly string[]): Usual {
  const year = today.getFullYear();
  // From October on plans are written for the year that comes; what tells of a year tells of this one.
  const isAhead = today.getMonth() >= 9;
  return {
    kinds,
    unit: '平安镇人民政府',
    year: (kind) => (isAhead && /^工作(?!总结)/.test(kind) ? year + 1 : year),
  };
}

/** Why a name of a unit can't stand in a plan as it is. */
export function badUnit(unit: string): string | undefined {
  const isName = unit === '' || (/\p{L}/u.test(unit) && !/^null$/i.test(unit));
  return isName && /^[\p{L}\p{N}（）()·、—-]*$/u.test(unit)
    ? undefined
    : '单位只写名称，不带标点、空格和换行';
}
