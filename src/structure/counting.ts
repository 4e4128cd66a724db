import type { Numeral } from './part.ts';

/** Numbers left out that a text may go on behind, since what was between them wasn't read. */
const most = 3;

/** 第三条的规定, 第一部分是总则 and 第三条、第四条 speak of articles. */
const isSpokenOf = /^(?:[的所和至或、，；第款项中是为由]|规定)/;

/** Sections may count anew within each chapter, and chapters within each part; articles never do. */
const units = [/编|編|篇|部分/, /章/, /节|節/];

const depthOf = ({ form }: Numeral): number =>
  form.startsWith('第') ? units.findIndex((unit) => unit.test(form)) : -1;

/** Counts along, so that what may be a number or part of a sentence is known by what stands before and behind it. */
export class Counting {
  private readonly all: readonly { numeral: Numeral }[];
  /** Forms that some line surely has. */
  private readonly sure: ReadonlySet<string>;
  private readonly hasDotted: boolean;
  private readonly last = new Map<string, number>();
  /** Units that may begin at one again, since a higher one has begun behind the last of them. */
  private readonly anew = new Set<number>();
  /** The last number below each: 5 below 3.2, where 3.2.5 was the last. */
  private readonly below = new Map<string, number>();

  constructor(all: readonly { numeral: Numeral }[]) {
    this.all = all;
    this.sure = new Set(all.flatMap(({ numeral }) => (numeral.weak ? [] : [numeral.form])));
    this.hasDotted = all.some(
      ({ numeral }) => isDotted(numeral) && (!numeral.weak || pathOf(numeral).endsWith('.1')),
    );
  }

  /** Whether a weak number is one. */
  holds(index: number, words: string): boolean {
    const { numeral } = this.all[index] as { numeral: Numeral };
    const { form, value } = numeral;
    const last = this.last.get(form) ?? 0;
    const follows = value === last + 1;
    if (form.startsWith('第')) {
      if (isSpokenOf.test(words)) return follows;
      if (value > last && value <= last + most) return true;
      return value === 1 && (this.anew.has(depthOf(numeral)) || this.isFirstOfTwo(index));
    }
    if (form === '1') return this.hasDotted && follows;
    if (isDotted(numeral) && this.goesOn(numeral)) return true;
    if (isDotted(numeral) || /^(?:[A甲壹]|（甲|[一1]：|1-1)/.test(form))
      return (follows && value > 1) || this.isFirstOfTwo(index);
    return follows && this.sure.has(form);
  }

  add(numeral: Numeral): void {
    this.last.set(numeral.form, numeral.value);
    const depth = depthOf(numeral);
    if (depth >= 0) {
      this.anew.delete(depth);
      for (let deeper = depth + 1; deeper < units.length; deeper++) this.anew.add(deeper);
    }
    const path = pathOf(numeral);
    if (path === '') return;
    const [above, value] = parted(path);
    this.below.set(above, value);
    // A list within 5.2 begins at 1. as the chapters did, and these go on behind it.
    if (above !== '' || !this.below.has(path)) this.below.set(path, 0);
  }

  /** 3.2.5 behind 3.2.4, 3.2.1 below 3.2, and a number that is there twice. */
  private goesOn(numeral: Numeral): boolean {
    const [above, value] = parted(pathOf(numeral));
    const last = this.below.get(above);
    return last !== undefined && (last === 0 ? value === 1 : value >= last && value <= last + most);
  }

  private isFirstOfTwo(index: number): boolean {
    const { form, value } = (this.all[index] as { numeral: Numeral }).numeral;
    const behind = this.all.slice(index + 1, index + 12).filter(({ numeral }) => numeral.form === form);
    const isSecond = ({ numeral }: { numeral: Numeral }) => numeral.value === 2;
    // 甲、乙两村 may be said in front of 甲、 and 乙、
    return value === 1 && behind.slice(0, form.startsWith('1.1') ? 12 : 1).some(isSecond);
  }
}

function isDotted({ form }: Numeral): boolean {
  return form.startsWith('1.1');
}

/** A number of digits as 3.2.5; empty where it has none. */
function pathOf({ form, text }: Numeral): string {
  return /^1(?:\.|$)/.test(form) ? (text.normalize('NFKC').match(/\d+/g) ?? []).map(Number).join('.') : '';
}

function parted(path: string): [above: string, value: number] {
  const at = path.lastIndexOf('.');
  return [path.slice(0, Math.max(0, at)), Number(path.slice(at + 1))];
}
