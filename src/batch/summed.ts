import type { Beneath, Row } from '../data/table.ts';
import { UserError } from '../errors.ts';
import { amountOf, type Form, written } from './amount.ts';
import { type Decimal, fixed, plus, stored } from './decimal.ts';
import { isSign } from './signs.ts';
import type { Counted, Total } from './total.ts';

/** Cells that are named in a message. */
const most = 5;

/** A column that is added up: by the numbers that are stored in it, or else by what its texts say. */
export class SummedColumn {
  readonly #index: number;
  readonly name: string;
  #units = new Map<string, string>();
  #strange: string[] = [];
  #strangers = 0;
  #rows = 0;
  #numbers = 0;
  #show: Beneath['show'] | null = null;
  #form: Form = { before: '', after: '', grouped: false, places: 0, bracketed: false };

  constructor(index: number, name: string) {
    this.#index = index;
    this.name = name;
  }

  clear(): void {
    this.#units = new Map();
    this.#strange = [];
    this.#rows = this.#strangers = this.#numbers = 0;
    this.#show = null;
    this.#form = { before: '', after: '', grouped: false, places: 0, bracketed: false };
  }

  /** The number of a row; undefined where it has none, which is told unless the cell is empty. */
  cell({ number, values, beneath }: Row): Counted | undefined {
    this.#rows++;
    const shown = values[this.#index] ?? '';
    const text = typeof shown === 'string' ? shown : JSON.stringify(shown);
    const under = beneath?.[this.#index];
    const amount = text === '' ? undefined : amountOf(text);
    if (under?.value !== undefined) {
      const value = stored(under.value);
      const isScaled = amount !== undefined && !isClose(amount.value, value);
      this.#take(amount?.form, `${number}：${text}`, isScaled);
      // One format for all, or none.
      this.#show = this.#show === null || this.#show === under.show ? under.show : undefined;
      return { value, places: amount?.form.places ?? 0, from: under };
    }
    if (amount === undefined) {
      if (text !== '' && !isSign(text) && ++this.#strangers <= most)
        this.#strange.push(`第 ${number} 行“${text.slice(0, 20)}”`);
      return undefined;
    }
    this.#take(amount.form, `${number}：${text}`, false);
    this.#show = undefined;
    return { value: amount.value, places: amount.form.places, ...(under && { from: under }) };
  }

  #take(form: Form | undefined, place: string, scaled: boolean): void {
    this.#numbers++;
    if (form === undefined) return;
    const unit = `${form.before} ${form.after}${scaled ? ' ,' : ''}`;
    if (!this.#units.has(unit)) this.#units.set(unit, place);
    this.#form = {
      ...form,
      grouped: form.grouped || this.#form.grouped,
      bracketed: form.bracketed || this.#form.bracketed,
    };
  }

  /** As the column writes its numbers. */
  written({ sum, places }: Total): string {
    const exact = fixed(sum, sum.places);
    const isShort = exact.replace(/\D/g, '').length <= 15;
    const shown = this.#show && isShort ? this.#show(Number(exact)) : undefined;
    return shown !== undefined && /[\p{N}零壹贰叁肆伍陆柒捌玖一二三四五六七八九十]/u.test(shown)
      ? shown
      : written(sum, { ...this.#form, places });
  }

  check(unit: string): string[] {
    // Where no row has a document, each says why.
    if (this.#rows === 0) return [];
    const quoted = `“${this.name}”列`;
    if (this.#numbers === 0) {
      const some = this.#strange.length > 0 ? `：${this.#strange.join('、')}` : '，都是空的';
      throw new UserError(`${quoted}没有一格是数，不能汇总${some}；写成数，如 120，或去掉计划里的汇总。`);
    }
    // In one format, numbers are stored alike: 12345 may be shown as 1.2万, and 500 as 500.
    if (this.#units.size > 1 && !this.#show) {
      const some = [...this.#units.values()].slice(0, most).map((place) => {
        const [row, text] = place.split('：');
        return `第 ${row} ${unit}“${text}”`;
      });
      throw new UserError(`${quoted}的单位不一样，不能加在一起：${some.join('，')}；改成同一个单位再汇总。`);
    }
    if (this.#strangers === 0) return [];
    const more = this.#strangers > most ? ' 等' : '';
    return [`${quoted}有 ${this.#strangers} 格不是数，没有算进汇总：${this.#strange.join('、')}${more}。`];
  }
}

/** Whether a number is what it is shown as, but for rounding; 12,345 may be shown as 12.3千. */
function isClose(shown: Decimal, value: Decimal): boolean {
  const { units, places } = plus(shown, { units: -value.units, places: value.places });
  return (units < 0n ? -units : units) <= 10n ** BigInt(Math.max(0, places - shown.places));
}
